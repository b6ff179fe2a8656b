"""The JSON Schema of the report, derived from its types; `report.schema.json` is what this module writes."""

from __future__ import annotations

from inspect import cleandoc

import msgspec

from nocarrier.model.annotations import Any
from nocarrier.model.report import Report


def schema() -> dict[str, Any]:
    """The schema in the 2020-12 draft."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:nocarrier:report:1",
        "title": "nocarrier.report/1",
        **_flush_left(msgspec.json.schema(Report)),
    }


def _flush_left(node: Any) -> Any:
    """The same schema, its docstrings without the indentation of their source, which only Python before 3.13 keeps."""
    if isinstance(node, list):
        return [_flush_left(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: cleandoc(item) if key == "description" and isinstance(item, str) else _flush_left(item)
        for key, item in node.items()
    }


def document() -> str:
    """The schema as it is shipped and printed, with its end of line."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"
