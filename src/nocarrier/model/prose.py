"""Sentences that are translated at the very end.

A rule or a probe never builds a finished string: it names a template and the values of this case,
and the report renders both in the reader's language.
"""

from __future__ import annotations

from collections.abc import Callable

from nocarrier.model.record import NOTHING, Record

Translate = Callable[[str], str]


class Prose(Record):
    """A template in English (the gettext message id) and its values.

    Values are plain text, numbers, or prose again. Placeholders are ``{name}``, as in `str.format`.
    """

    template: str
    values: dict[str, str | int | float | Prose] = NOTHING

    def render(self, translate: Translate = str) -> str:
        """The sentence in the language of ``translate``."""
        values = {name: _rendered(value, translate) for name, value in self.values.items()}
        return translate(self.template).format_map(values)

    def __str__(self) -> str:
        return self.render()


def _rendered(value: str | int | float | Prose, translate: Translate) -> str | int:
    if isinstance(value, Prose):
        return value.render(translate)
    if isinstance(value, float):
        return str(value).replace(".", translate(DECIMAL.template)[1])
    return value


def say(template: str, /, **values: str | int | float | Prose) -> Prose:
    """A sentence; the name is what the extraction of messages looks for."""
    return Prose(template, values)


DECIMAL = say("0.5")
"Its translation shows the decimal mark of the language."
