"""An address of loopback that is this process' alone.

Other tests run at the same time, in another worker, and diagnose what they are refused at 127.0.0.1: then everything that
listens there is dialled, too, to see whether the service moved to another port. Whoever counts connections, or takes one
only, listens here.
"""

from __future__ import annotations

import os
import sys

HOST = (
    f"127.44.{os.getpid() // 250 % 250}.{os.getpid() % 250 + 1}"
    if sys.platform == "linux"  # all of 127.0.0.0/8 is there; elsewhere one address of it
    else "127.0.0.1"
)
