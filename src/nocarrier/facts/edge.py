"""Whether what was dialled is an edge of a network that stands in front of servers."""

from __future__ import annotations

from nocarrier.facts.edges import Provider, provider
from nocarrier.model.evidence import Facts


class Edge(Facts, kw_only=True):
    """One dialled address that belongs to an edge of ``slug`` (a provider of `facts.edges`), and by what signs.

    ``prefix``: the published range that holds it, ``as_of`` the day of that list. ``name``: a name of the provider's edges,
    which the target is or is an alias (CNAME) of. ``word``: the header by which the address itself, asked over HTTP on
    ``asked``, said that it is one (``server: cloudflare``).
    """

    address: str
    slug: str
    prefix: str = ""
    as_of: str = ""
    name: str = ""
    word: str = ""
    asked: int = 0

    @property
    def provider(self) -> Provider:
        """The provider. One that is not known (a report of a newer version) forwards HTTP's own two ports."""
        return provider(self.slug) or Provider(slug=self.slug, label=self.slug)

    @property
    def signs(self) -> int:
        """How many kinds of signs there are, each of which could deceive alone."""
        return bool(self.prefix) + bool(self.name) + bool(self.word)
