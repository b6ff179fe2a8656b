"""The JSON Schema of the report, derived from its types; `report.schema.json` is what this module writes."""

from __future__ import annotations

import msgspec

from nocarrier.model.annotations import Any
from nocarrier.model.report import Report


def schema() -> dict[str, Any]:
    """The schema in the 2020-12 draft."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:nocarrier:report:1",
        "title": "nocarrier.report/1",
        **msgspec.json.schema(Report),
    }


def document() -> str:
    """The schema as it is shipped and printed, with its end of line."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"
