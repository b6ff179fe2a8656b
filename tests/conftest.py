"""What holds for every test."""

from __future__ import annotations

import os

os.environ["NOCARRIER_HISTORY"] = "0"  # the targets of tests are none of the developer's
