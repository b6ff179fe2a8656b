"""Tests of the base of every record, and of what msgspec makes of one."""

from __future__ import annotations

import msgspec
import pytest

from nocarrier.model.annotations import Annotated, Any, Literal, Meta
from nocarrier.model.record import NOTHING, Record, fields, plain, replace

Colour = Literal["red", "blue"]
Name = Annotated[str, Meta(pattern="^[a-z]+$")]


class Spot(Record):
    """Fields in order or by name."""

    left: int
    top: int = 0


class Shape(Record, kw_only=True):
    """Fields by name, with what a report's types use."""

    name: Name
    colour: Colour | None = None
    spots: tuple[Spot, ...] = ()
    more: dict[str, Any] = NOTHING


class Checked(Shape, kw_only=True):
    """A record that looks at what it was given, with the fields of its base first."""

    size: int

    def __post_init__(self) -> None:
        if self.size < 0:
            raise ValueError("a size is not negative")


def test_fields_are_taken_in_order_or_by_name_with_their_defaults() -> None:
    assert Spot(1) == Spot(left=1, top=0) == Spot(1, top=0)
    assert fields(Checked) == ("name", "colour", "spots", "more", "size")
    assert repr(Spot(1)) == "Spot(left=1, top=0)"


@pytest.mark.parametrize("given", [((), {}), ((1, 2, 3), {}), ((1,), {"depth": 2}), ((1,), {"left": 1, "right": 2})])
def test_a_field_too_many_or_too_few_is_an_error(given: tuple[tuple[int, ...], dict[str, int]]) -> None:
    with pytest.raises(TypeError, match="Spot"):
        Spot(*given[0], **given[1])


def test_fields_by_name_only_are_not_taken_in_order() -> None:
    with pytest.raises(TypeError, match="Shape"):
        Shape("a")  # type: ignore[misc]


def test_a_record_does_not_change_and_is_compared_by_value() -> None:
    spot = Spot(1, 2)
    with pytest.raises(AttributeError):
        spot.left = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del spot.left
    assert {spot, Spot(1, 2), Spot(2, 1)} == {Spot(2, 1), spot}
    assert replace(spot, top=5) == Spot(1, 5)
    assert spot != (1, 2)
    assert spot != Spot(2, 1)


def test_what_it_checks_is_checked_however_it_is_made() -> None:
    good = Checked(name="a", size=1)
    with pytest.raises(ValueError, match="negative"):
        replace(good, size=-1)
    with pytest.raises(msgspec.ValidationError, match="negative"):
        msgspec.json.decode(b'{"name": "a", "size": -1}', type=Checked)


def test_msgspec_reads_and_writes_it_by_its_annotations() -> None:
    shape = Shape(name="a", colour="red", spots=(Spot(1), Spot(2, 3)), more={"n": 1})
    data = msgspec.json.encode(shape)
    assert msgspec.json.decode(data, type=Shape) == shape
    assert plain(shape) == msgspec.json.decode(data)
    for wrong in (b"{}", b'{"name": "A"}', b'{"name": "a", "colour": "green"}', b'{"name": "a", "spots": [{}]}'):
        with pytest.raises(msgspec.ValidationError):
            msgspec.json.decode(wrong, type=Shape)


def test_what_json_leaves_out_has_its_default() -> None:
    read = msgspec.json.decode(b'{"colour": "red", "name": "a"}', type=Shape)
    called = Shape(name="a", colour="red")
    assert read == called
    assert plain(read) == plain(called)
    assert hash(msgspec.json.decode(b'{"top": 2, "left": 1}', type=Spot)) == hash(Spot(1, 2))
    assert replace(read, colour="blue") == Shape(name="a", colour="blue")


def test_plain_values_hold_nothing_but_what_json_knows() -> None:
    from nocarrier.model.evidence import Where
    from nocarrier.model.judgement import Certainty

    assert plain((Where.CLIENT, Certainty.PROVEN, b"\0\xff", frozenset({2, 1}), None, 0.5, True)) == [
        "client", 3, "AP8=", [1, 2], None, 0.5, True,
    ]  # fmt: skip
