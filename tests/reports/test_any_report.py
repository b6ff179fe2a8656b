"""Whatever a saved report holds in the form of one, every way to tell it does so: nothing breaks, nothing acts."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nocarrier.locale import translator
from nocarrier.model.record import replace
from nocarrier.model.report import STEPS, Report
from nocarrier.reports.html import fragment, page
from nocarrier.reports.json import encode
from nocarrier.reports.markdown import markdown
from nocarrier.reports.pen import Pen
from nocarrier.reports.picture import picture_of
from nocarrier.reports.redact import redacted
from nocarrier.reports.saved import reports
from nocarrier.reports.terminal import lines
from nocarrier.reports.web.drawing import figure
from nocarrier.reports.web.text import Place
from tests.reports.examples import BOTH_ENDS
from tests.reports.test_html import Reader
from tests.reports.test_markdown import OURS, Read

_text = st.text(max_size=30) | st.sampled_from(
    [
        "10.20.0.5",
        "fd20::5",
        "?",
        "",
        "you",
        "shop.example",
        "</script><b>",
        "`|`",
        "@root",
        "\x1b[31m\u202e",
        "127.0.0.1",
        "0.0.0.0",
    ]
)
_number = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
_json = st.recursive(
    st.none() | st.booleans() | _number | _text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_text, inner, max_size=3),
    max_leaves=6,
)
_FIELDS = (
    "address", "port", "local_address", "said", "origin", "listeners", "program", "name", "own", "routers", "compared", "beside",
    "distance", "proxy", "host", "stage", "gateway", "source", "connected", "user", "container", "device", "interfaces", "told",
)  # fmt: skip
_facts = st.recursive(
    st.dictionaries(st.sampled_from(_FIELDS), _json, max_size=5),
    lambda inner: st.dictionaries(st.sampled_from(_FIELDS), inner | st.lists(inner, max_size=2) | _json, max_size=5),
    max_leaves=8,
)
_slug = st.sampled_from(["server-not-listening", "wrong-port", "a-1"])
_ids = st.lists(st.sampled_from(["e1", "e2", "e3", "e99"]), max_size=3)
_time = st.floats(min_value=0, max_value=1e300, allow_nan=False)
_fix = st.fixed_dictionaries(
    {
        "where": st.sampled_from(["client", "server", "network"]),
        "text": _text,
        "commands": st.lists(_text, max_size=2),
        "config": _text,
        "risk": _text,
    }
)
_verdict = st.fixed_dictionaries(
    {
        "cause": _slug,
        "certainty": st.sampled_from(["proven", "likely", "possible"]),
        "summary": _text,
        "because": _ids,
        "fixes": st.lists(_fix, max_size=2),
    }
)
_probe = st.sampled_from(["tcp", "route", "hops", "listeners", "proxy_attempt", "udp", "cloud", "interfaces"]) | _text
_evidence = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["e1", "e2", "e3"]),
        "probe": _probe,
        "where": st.sampled_from(["client", "server"]),
        "took_ms": _time,
        "summary": _text,
        "facts": _facts,
        "at_ms": st.none() | _time,
    }
)
_step = st.fixed_dictionaries(
    {
        "step": st.sampled_from(STEPS) | _text,
        "status": st.sampled_from(["ok", "failed", "skipped", "warning"]),
        "took_ms": _time,
        "summary": _text,
        "evidence": _ids,
    }
)
_report = st.fixed_dictionaries(
    {
        "schema": st.just("nocarrier.report/1"),
        "tool": st.fixed_dictionaries({"name": _text, "version": _text}),
        "target": st.fixed_dictionaries(
            {
                "input": _text,
                "scheme": _text,
                "host": _text,
                "port": st.none() | st.integers(-5, 70000),
                "path": _text,
            }
        ),
        "started_at": _text,
        "duration_ms": _time,
        "outcome": st.sampled_from(["connected", "failed", "degraded"]),
        "symptom": st.sampled_from(["refused", "timed-out", "none", "no-answer", "address-unavailable"]),
        "failed_step": st.sampled_from(["tcp", "tcp", "proxy", None, *STEPS]),
        "verdict": st.none() | _verdict,
        "alternatives": st.lists(_verdict, max_size=2),
        "ruled_out": st.lists(st.fixed_dictionaries({"cause": _slug, "because": _ids, "why": _text}), max_size=2),
        "next": st.lists(st.fixed_dictionaries({"question": _text, "command": _text}), max_size=2),
        "steps": st.lists(_step, max_size=3),
        "evidence": st.lists(_evidence, max_size=4),
    }
)


def _read(told: dict[str, Any]) -> Report:
    (found,) = reports(json.dumps(told).encode())
    return found


@pytest.mark.parametrize("language", ["en", "de"])
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=_report)
def test_it_is_told_in_every_way(language: str, told: dict[str, Any]) -> None:
    translate = translator(language)
    for found in (_read(told), redacted(_read(told))):
        assert lines(found, Pen(translate=translate, ascii=True), verbose=True)
        assert lines(found, Pen(width=40, translate=translate), quiet=True)
        shown = page((found,), translate, language)
        shown.encode("utf-8")
        assert not {"script", "img", "b"} & set(Reader(fragment(found, translate)).tags)
        assert Reader(shown).tags.count("script") == 1
        assert Read(markdown([found], translate)).tags <= OURS
        assert reports(encode(found).encode()) == (found,)


_BENT = (None, 7, 1.5, True, "x", [], [7], [[7]], ["x"], {}, {"a": 7}, [{}], [{"port": 2345, "program": 7}])


@pytest.mark.parametrize(
    ("symptom", "step"), [("refused", "tcp"), ("timed-out", "tcp"), ("unreachable", "tcp"), ("rejected", "proxy")]
)
def test_facts_of_another_form_are_no_picture(symptom: Any, step: Any) -> None:
    """The picture is drawn from facts, which a saved report may hold in any form."""
    for field, value in product(_FIELDS, _BENT):
        bent = tuple(
            replace(
                BOTH_ENDS.evidence[1],
                where=where,
                facts={**BOTH_ENDS.evidence[1].facts, **nested, field: value},
                probe=probe,
            )
            for probe in ("tcp", "route", "hops", "listeners", "proxy_attempt")
            for where in ("client", "server")
            for nested in ({}, {"own": {field: value}, "said": {field: value}, "proxy": {field: value, "port": 1}})
        )
        for evidence in (bent, bent[2:], bent[::-1]):
            told = replace(BOTH_ENDS, symptom=symptom, failed_step=step, evidence=evidence)
            picture = picture_of(told, Pen())
            assert picture is None or figure(picture, Place(Pen(), "r1"))
