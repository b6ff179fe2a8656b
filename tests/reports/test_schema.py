"""The schema is current, and every report is valid under it."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

from nocarrier.reports.json import encode
from nocarrier.reports.schema import document, schema
from tests.reports.examples import EVERY


def test_the_shipped_schema_is_current() -> None:
    assert files("nocarrier.reports").joinpath("report.schema.json").read_text(encoding="utf-8") == document()


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("name", [name for name in EVERY if name != "hostile"])
def test_reports_are_valid(name: str) -> None:
    jsonschema.Draft202012Validator(schema()).validate(json.loads(encode(EVERY[name])))


@pytest.mark.parametrize(
    ("field", "value"),
    [("outcome", "fine"), ("symptom", "gone"), ("duration_ms", -1), ("schema", "nocarrier.report/2")],
)
def test_what_is_no_report_is_not_valid(field: str, value: object) -> None:
    broken = {**json.loads(encode(EVERY["both-ends"])), field: value}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(broken)
