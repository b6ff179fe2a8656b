"""The base of every record: frozen, compared by value, made by keyword.

A diagnosis is made of some two hundred kinds of record, and most of the time of a short one went into loading what
defined them: `msgspec` takes 25 ms, `dataclasses` 14, this a fifth of one (docs/decisions/0015). To msgspec a record is
a dataclass: it makes JSON of it, checks JSON against its annotations and derives the schema, all from the one type.
"""

from __future__ import annotations

from nocarrier.model.annotations import TYPE_CHECKING, Any, ClassVar, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from dataclasses import Field

R = TypeVar("R", bound="Record")

NOTHING: dict[Any, Any] = {}
"The default of a field that holds a mapping; like all that a record holds, it is never changed."
REQUIRED = object()
"In place of the default of a field that has none."


class _AsDataclass:
    """``__dataclass_fields__`` of the class that is asked for it, made when it is asked."""

    def __get__(self, instance: object, kind: type[Record]) -> dict[str, Field[Any]]:
        from dataclasses import make_dataclass

        defaults = kind.record_fields.items()
        made: Any = make_dataclass(
            kind.__name__, [(name, object, _default(value)) for name, value in defaults], kw_only=True
        )
        found: dict[str, Field[Any]] = made.__dataclass_fields__
        return found


def _default(value: object) -> Any:
    from dataclasses import field

    if value is REQUIRED:
        return field()
    return field(default=value) if type(value).__hash__ is not None else field(default_factory=lambda: value)


@dataclass_transform(frozen_default=True)
class Record:
    """A class whose annotations are its fields, none of which changes once it is made.

    ``class Point(Record)`` takes them in order or by name, ``class Point(Record, kw_only=True)`` by name only. A record
    may look at what it was given in ``__post_init__``, after that of its base where it is read from JSON. Raises TypeError
    for a field too many or too few.
    """

    if TYPE_CHECKING:
        record_fields: ClassVar[dict[str, object]]

        def __init_subclass__(cls, *, kw_only: bool = False) -> None:
            """Take in the fields of a new kind of record."""

    else:
        record_fields: dict[str, object] = {}
        _required: frozenset[str] = frozenset()
        __match_args__ = ()

        def __init_subclass__(cls, *, kw_only=False, **more):
            super().__init_subclass__(**more)
            own = cls.__dict__
            fields = dict(cls.record_fields)
            required = set(cls._required)
            for name, kind in own.get("__annotations__", {}).items():
                if kind.startswith("ClassVar"):
                    continue
                fields[name] = own.get(name, REQUIRED)
                (required.add if fields[name] is REQUIRED else required.discard)(name)
            cls.record_fields = fields
            cls._required = required
            cls.__match_args__ = () if kw_only else tuple(fields)
            cls.__dataclass_fields__ = _AS_DATACLASS

        def __init__(self, *ordered, **named):
            if ordered:
                if len(ordered) > len(self.__match_args__):
                    raise TypeError(f"{type(self).__name__} takes {len(self.__match_args__)} fields in order")
                named.update(zip(self.__match_args__, ordered, strict=False))
            held = self.__dict__
            held.update(self.record_fields)
            held.update(named)
            if len(held) != len(self.record_fields) or not self._required <= named.keys():
                wrong = sorted((named.keys() - self.record_fields.keys()) | (self._required - named.keys()))
                raise TypeError(f"{type(self).__name__}: no such field, or one that it needs: {', '.join(wrong)}")
            self.__post_init__()

        def __post_init__(self):
            """Nothing to look at; msgspec, which makes a record without the above, leaves out what has its default."""
            held = self.__dict__
            if len(held) < len(self.record_fields):
                given = dict(held)
                held.update(self.record_fields)
                held.update(given)

        def __setattr__(self, name, value):
            raise AttributeError(f"{type(self).__name__} is frozen: {name}")

        def __delattr__(self, name):
            raise AttributeError(f"{type(self).__name__} is frozen: {name}")

        def __eq__(self, other):
            if type(other) is not type(self):
                return NotImplemented
            return self.__dict__ == other.__dict__

        def __hash__(self):
            return hash((type(self), *map(self.__dict__.__getitem__, self.record_fields)))

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"


_AS_DATACLASS = _AsDataclass()


def fields(record: Record | type[Record]) -> tuple[str, ...]:
    """The names of its fields, those of its bases first."""
    return tuple(record.record_fields)


def replace(record: R, **changes: Any) -> R:
    """The same record with other values for some fields. Raises TypeError for one that it has not."""
    return type(record)(**{**vars(record), **changes})


def plain(value: Any) -> Any:
    """The same value of nothing but what JSON knows: records become objects, enumerations their values, bytes base64."""
    if value is None or (isinstance(value, (str, int, float)) and not hasattr(value, "_value_")):
        return value
    if isinstance(value, Record):
        return {name: plain(inner) for name, inner in vars(value).items()}
    if isinstance(value, dict):
        return {plain(name): plain(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    if isinstance(value, (set, frozenset)):
        return sorted(plain(inner) for inner in value)
    if isinstance(value, bytes):
        from binascii import b2a_base64

        return b2a_base64(value, newline=False).decode()
    return plain(value.value)
