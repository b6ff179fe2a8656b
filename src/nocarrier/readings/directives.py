"""The common shape of configuration languages that consist of directives, and of blocks of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from nocarrier.facts.front import Place
from nocarrier.model.record import Record, replace

MOST_DEPTH = 24
MOST_DIRECTIVES = 20_000


class Directive(Record):
    """A name, its arguments without quotes, the directives inside of it (None: it has no block), and where it stands."""

    name: str
    args: tuple[str, ...] = ()
    block: tuple[Directive, ...] | None = None
    file: str = ""
    line: int = 0
    raw: str = ""
    "Its text, where that says more than name and arguments."

    @property
    def place(self) -> Place:
        """Where it stands, with its text."""
        return Place(file=self.file, line=self.line, text=self.text[:200])

    @property
    def text(self) -> str:
        """Its text on one line."""
        return self.raw or " ".join((self.name, *(word or '""' for word in self.args)))

    def all(self, *names: str) -> list[Directive]:
        """The directives of these names directly inside of it, in order."""
        return named(self.block or (), *names)

    def first(self, name: str) -> Directive | None:
        """The first of this name directly inside of it."""
        return next(iter(self.all(name)), None)

    def last(self, name: str) -> Directive | None:
        """The last of this name directly inside of it."""
        return next(iter(reversed(self.all(name))), None)


def named(directives: Sequence[Directive], *names: str) -> list[Directive]:
    """Those of these names, in order."""
    return [one for one in directives if one.name in names]


def walk(directives: Sequence[Directive]) -> Iterator[Directive]:
    """All of them, also those inside of others."""
    for one in directives:
        yield one
        yield from walk(one.block or ())


def with_included(
    directives: Sequence[Directive], included: Callable[[Directive], Sequence[Directive] | None], depth: int = 0
) -> tuple[Directive, ...]:
    """The same, with each directive that includes a file replaced by what that file holds."""
    done: list[Directive] = []
    for one in directives:
        content = included(one) if depth < MOST_DEPTH else None
        if content is not None:
            done += with_included(content, included, depth + 1)
        elif one.block is not None:
            done.append(replace(one, block=with_included(one.block, included, depth + 1)))
        else:
            done.append(one)
        if len(done) > MOST_DIRECTIVES:
            break
    return tuple(done[:MOST_DIRECTIVES])
