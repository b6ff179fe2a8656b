"""Text from other machines, made harmless before it reaches a terminal or a page."""

from __future__ import annotations

from functools import cache

_SPACES = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)
_DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_INVISIBLE = (0x00AD, 0x200B, 0x2060, 0xFEFF, *range(0xE0000, 0xE0080))

_TABLE: dict[int, str] = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *_DIRECTIONS, *_INVISIBLE], ""),
    **dict.fromkeys(_SPACES, " "),
}

_SPELT = str.maketrans(
    {
        **dict.fromkeys("–—‑·─", "-"),
        **dict.fromkeys("„“”«»", '"'),
        **dict.fromkeys("‚‘’", "'"),
        **dict.fromkeys("\u00a0\u202f", " "),
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "ß": "ss",
        "→": "->",
        "←": "<-",
        "≥": ">=",
        "≤": "<=",
        "±": "+-",
        "×": "x",
        "…": "...",
    }
)


def plain(text: str, limit: int = 2000) -> str:
    """One line of ``text`` without what a terminal would obey, at most ``limit`` characters of it.

    C0 and C1 controls (ECMA-48), the overrides of the writing direction (Unicode UAX #9) and invisible
    characters go; line breaks and tabs become spaces; lone surrogates, which no encoding can write, ``?``.
    """
    clean = text[: 4 * limit].translate(_TABLE).encode("utf-8", "replace").decode()
    return clean if len(clean) <= limit else clean[: limit - 1] + "…"


def plain_lines(text: str, limit: int = 2000) -> list[str]:
    """``text`` as harmless lines; indentation by tabs becomes four spaces."""
    return [plain(line.expandtabs(4), limit) for line in text.rstrip("\n").split("\n")]


@cache
def _pictures() -> dict[int, str]:
    return {
        **{code: f"‹U+{code:04X}›" for code in (*range(0x80, 0xA0), *_DIRECTIONS, *_INVISIBLE)},
        **{code: chr(0x2400 + code) for code in range(0x20)},
        0x7F: "␡",
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(range(0xD800, 0xE000), "�"),
    }


def shown(text: str, limit: int = 2000) -> str:
    """As `plain`, for a page or a file that is read later: what would be obeyed or not be seen is shown in its place.

    Escape is ``␛`` (Unicode's control pictures), an override of the writing direction ``‹U+202E›``.
    """
    visible = text[:limit].translate(_pictures())
    return visible if len(text) <= limit and len(visible) <= 2 * limit else visible[: 2 * limit] + "…"


def shown_lines(text: str, limit: int = 20_000) -> str:
    """``text`` with its own line breaks, else as `shown`; indentation by tabs becomes four spaces."""
    return "\n".join(shown(line.expandtabs(4), limit) for line in text[:limit].rstrip("\n").split("\n"))


def spelt(text: str) -> str:
    """``text`` in ASCII: typographic marks and umlauts are spelt out, what remains becomes ``?``."""
    if text.isascii():
        return text
    return text.translate(_SPELT).encode("ascii", "replace").decode("ascii")
