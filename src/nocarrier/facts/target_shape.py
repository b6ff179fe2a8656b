"""What is wrong with the target's form."""

from __future__ import annotations

from nocarrier.model.evidence import Facts


class TargetShape(Facts, kw_only=True):
    """``host`` as it was typed; ``corrected`` is the target that was meant, or empty."""

    host: str
    corrected: str = ""
