"""Where a Workerman start file, and the files that it includes, let their Workers listen.

The files are walked once, from the top, as PHP would run them if every condition held: what a variable or a constant
holds, which names ``use`` gives, what is included, and every ``new`` of a class of Workerman, GatewayWorker or of what
extends them, with the properties that are set afterwards. webman names the same in ``config/process.php`` as arrays.
Reading does no I/O: `read` says which files it wants, and is called again with them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from nocarrier.facts.server_program import Binding
from nocarrier.facts.workerman import Listening
from nocarrier.model.record import Record
from nocarrier.readings.php_source import Token, tokens
from nocarrier.readings.php_values import CLOSING, OPENING, Names, Value, evaluate, text_of

ROLES = {
    "Workerman\\Worker": "worker",
    "GatewayWorker\\Gateway": "gateway",
    "GatewayWorker\\Register": "register",
    "GatewayWorker\\BusinessWorker": "business",
}
USUAL_REGISTER = "127.0.0.1:1236"
"GatewayWorker's own default, for a Gateway and for a BusinessWorker."
USUAL_START_PORT = 2000
MOST_FILES, DEEPEST = 48, 8
_ADDRESS = re.compile(r"(?P<scheme>[A-Za-z][\w.\\]*)://(?P<host>\[[^\]]*\]|[^:/\[\]]*)(?::(?P<port>\d{1,5}))?/?")


class Reading(Record):
    """What was read, and what is still wanted: files, and patterns of file names as PHP's glob() takes them."""

    listening: tuple[Listening, ...] = ()
    files: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    runs: bool = False
    "A call of ``runAll`` stands in it, or webman's own start of it."
    webman: bool = False


def read(start: str, texts: Mapping[str, str], listed: Mapping[str, Sequence[str]]) -> Reading:
    """Walk a start file; ``texts`` are the files known so far by path, ``listed`` what a pattern was found to mean."""
    walk = _Walk(texts, listed)
    walk.file(start, 0)
    return Reading(tuple(walk.found), tuple(walk.wanted), tuple(walk.patterns), runs=walk.runs, webman=walk.webman)


class _Made:
    """A Worker while its properties are still being set.

    ``argued``: it has an argument, whatever that is worth; without one a Worker does not listen. ``properties`` are
    name → its value, and the file and offset at which it is set.
    """

    def __init__(self, role: str, file: str, at: int, argument: Value | None, *, argued: bool = True) -> None:
        self.role, self.file, self.at = role, file, at
        self.argument, self.argued = argument, argued
        self.variable = ""
        self.properties: dict[str, tuple[Value | None, str, int]] = {}


class _Walk:
    """One run through the files."""

    def __init__(self, texts: Mapping[str, str], listed: Mapping[str, Sequence[str]]) -> None:
        self.texts, self.listed = texts, listed
        self.names = Names()
        self.made: list[_Made] = []
        self.held: dict[str, _Made] = {}
        "Variable → the Worker that it holds now."
        self.extends: dict[str, str] = {}
        self.seen: set[str] = set()
        self.wanted: dict[str, None] = {}
        self.patterns: dict[str, None] = {}
        self.runs = self.webman = False

    @property
    def found(self) -> list[Listening]:
        """What was made, as facts."""
        return [one for made in self.made if (one := _listening(made, self.texts)) is not None]

    def file(self, path: str, depth: int) -> None:
        """Walk one file, as ``require_once`` does: never twice. Composer's own files set nothing that is asked here."""
        if path in self.seen or "/vendor/" in path or depth > DEEPEST or len(self.seen) >= MOST_FILES:
            return
        if path not in self.texts:
            self.wanted[path] = None
            return
        self.seen.add(path)
        _File(self, path, depth).run(list(tokens(self.texts[path])))


class _File:
    """The walk through one file: its own ``use`` and ``namespace``."""

    def __init__(self, walk: _Walk, path: str, depth: int) -> None:
        self.walk, self.path, self.depth = walk, path, depth
        self.used: dict[str, str] = {}
        self.namespace = ""

    def run(self, code: list[Token]) -> None:
        """Every statement that says something of what is asked, in order."""
        readers = {
            "use": self._use,
            "namespace": self._namespace,
            "class": self._class,
            "const": self._const,
            "define": self._define,
            "new": self._new,
            "require": self._include,
            "require_once": self._include,
            "include": self._include,
            "include_once": self._include,
            "glob": self._glob,
        }
        for at, token in enumerate(code):
            if token.kind == "variable":
                self._variable(code, at)
            elif token.kind == "name":
                reader = readers.get(token.text.lower().lstrip("\\"))
                if reader is not None and (at == 0 or code[at - 1].text not in ("->", "::", "function")):
                    reader(code, at)
                elif token.text in ("runAll", "run") and at > 1 and code[at - 1].text == "::":
                    self.walk.runs = True
                    self.walk.webman = self.walk.webman or self._full(code[at - 2].text) == "support\\App"
            elif token.text == "=>" and at and code[at - 1].kind == "string":
                self._entry(code, at)

    def _full(self, name: str) -> str:
        """A class name with its namespace (PHP manual, "Name resolution rules")."""
        if name.startswith("\\"):
            return name[1:]
        first, _, rest = name.partition("\\")
        if first in self.used:
            return self.used[first] + (f"\\{rest}" if rest else "")
        return f"{self.namespace}\\{name}" if self.namespace else name

    def _use(self, code: list[Token], at: int) -> None:
        words = _until(code, at + 1, ";{")
        base = words[0].text.lstrip("\\") if words and words[0].kind == "name" else ""
        end = at + 1 + len(words)
        if end < len(code) and code[end].text == "{":  # use GatewayWorker\{Gateway, Register as R};
            base = f"{base.rstrip(chr(92))}\\"
            words = _until(code, end + 1, "}")
        else:
            base = ""
        for item in _listed(words):
            names = [token.text for token in item if token.kind == "name"]
            if names:
                full = f"{base}{names[0].lstrip(chr(92))}"
                alias = names[2] if len(names) > 2 and names[1].lower() == "as" else full.rpartition("\\")[2]
                self.used[alias] = full

    def _namespace(self, code: list[Token], at: int) -> None:
        following = code[at + 1] if at + 1 < len(code) else None
        self.namespace = following.text if following is not None and following.kind == "name" else ""

    def _class(self, code: list[Token], at: int) -> None:
        words = code[at + 1 : at + 4]
        if len(words) == 3 and words[1].text.lower() == "extends":
            self.walk.extends[self._full(words[0].text)] = self._full(words[2].text)

    def _const(self, code: list[Token], at: int) -> None:
        for item in _listed(_until(code, at + 1, ";")):
            equals = next((place for place, token in enumerate(item) if token.text == "="), 0)
            if equals and item[equals - 1].kind == "name":
                self.walk.names.constants[item[equals - 1].text] = self._value(item[equals + 1 :])

    def _define(self, code: list[Token], at: int) -> None:
        arguments = _listed(_bracket(code, at + 1))
        if len(arguments) > 1:
            name = text_of(self._value(arguments[0]))
            self.walk.names.constants[name.rpartition("\\")[2]] = self._value(arguments[1])

    def _include(self, code: list[Token], at: int) -> None:
        path = text_of(self._value(_until(code, at + 1, ";")))
        if path.endswith(".php"):
            self.walk.file(self._absolute(path), self.depth + 1)

    def _glob(self, code: list[Token], at: int) -> None:
        """What glob() finds in a start file is included."""
        arguments = _listed(_bracket(code, at + 1))
        pattern = text_of(self._value(arguments[0])) if arguments else ""
        if not pattern:
            return
        pattern = self._absolute(pattern)
        if pattern not in self.walk.listed:
            self.walk.patterns[pattern] = None
        for path in self.walk.listed.get(pattern, ()):
            self.walk.file(path, self.depth + 1)

    def _absolute(self, path: str) -> str:
        """From the directory of the file; ``..`` taken out."""
        if not path.startswith("/"):
            path = f"{self.path.rpartition('/')[0]}/{path}"
        parts: list[str] = []
        for part in path.split("/"):
            if part == ".." and parts:
                parts.pop()
            elif part not in ("", "."):
                parts.append(part)
        return "/" + "/".join(parts)

    def _value(self, expression: Sequence[Token]) -> Value | None:
        return evaluate(expression, self.path, self.walk.names)

    def _new(self, code: list[Token], at: int) -> None:
        if at + 1 >= len(code) or code[at + 1].kind != "name":
            return
        role = self._role(self._full(code[at + 1].text))
        if not role:
            return
        opened = at + 2 < len(code) and code[at + 2].text == "("
        arguments = _listed(_bracket(code, at + 2)) if opened else []
        made = _Made(
            role, self.path, code[at].at, self._value(arguments[0]) if arguments else None, argued=bool(arguments)
        )
        if at > 1 and code[at - 1].text == "=" and code[at - 2].kind == "variable":
            made.variable = code[at - 2].text
            self.walk.held[made.variable] = made
        self.walk.made.append(made)

    def _role(self, name: str) -> str:
        for _ in range(DEEPEST):
            if name in ROLES:
                return ROLES[name]
            name = self.walk.extends.get(name, "")
        return ""

    def _variable(self, code: list[Token], at: int) -> None:
        """``$x = …;`` and ``$worker->property = …;``."""
        name = code[at].text
        following = [token.text for token in code[at + 1 : at + 4]]
        if following[:1] == ["="]:
            value = self._value(_until(code, at + 2, ";"))
            self.walk.names.variables[name] = value
            self.walk.held.pop(name, None)
        elif following[:1] == ["->"] and following[2:3] == ["="]:
            made = self.walk.held.get(name)
            if made is not None:
                made.properties[following[1]] = (self._value(_until(code, at + 4, ";")), self.path, code[at].at)

    def _entry(self, code: list[Token], at: int) -> None:
        """``'listen' => 'http://0.0.0.0:8787'``: webman's config/process.php, and of its first version config/server.php."""
        key = text_of(self._value(code[at - 1 : at]))
        if key == "listen" and self.path.endswith((
            "/config/process.php", "/config/server.php", "/process.php")):  # fmt: skip
            value = self._value(_until(code, at + 1, ",]);"))
            if "://" in text_of(value):
                self.walk.made.append(_Made("process", self.path, code[at - 1].at, value))
        elif key == "transport" and self.walk.made and self.walk.made[-1].role == "process":
            value = self._value(_until(code, at + 1, ",]);"))
            self.walk.made[-1].properties.setdefault("transport", (value, self.path, code[at - 1].at))


def _until(code: Sequence[Token], at: int, ends: str) -> list[Token]:
    """The tokens from ``at`` to the first of ``ends`` that stands in no bracket."""
    found: list[Token] = []
    depth = 0
    for token in code[at:]:
        if token.kind == "mark":
            if depth == 0 and (token.text in ends or token.text in CLOSING):
                break
            depth += (token.text in OPENING) - (token.text in CLOSING)
        found.append(token)
    return found


def _bracket(code: Sequence[Token], at: int) -> list[Token]:
    """What stands between the bracket at ``at`` and the one that closes it."""
    return _until(code, at + 1, ")") if at < len(code) and code[at].text == "(" else []


def _listed(code: Sequence[Token]) -> list[list[Token]]:
    """The items between commas that stand in no bracket."""
    items: list[list[Token]] = [[]] if code else []
    depth = 0
    for token in code:
        if token.kind == "mark":
            depth += (token.text in OPENING) - (token.text in CLOSING)
            if depth == 0 and token.text == ",":
                items.append([])
                continue
        items[-1].append(token)
    return items


def _listening(made: _Made, texts: Mapping[str, str]) -> Listening | None:
    """What is known of one Worker; None for one that does not listen, and is no BusinessWorker."""
    found = _ADDRESS.match(text_of(made.argument))
    if found is None and made.role != "business" and (made.argument is not None or not made.argued):
        return None
    values = {name: text_of(value) for name, (value, _, _) in made.properties.items()}
    scheme = _protocol(values.get("protocol", "")) or (found["scheme"].lower().rpartition("\\")[2] if found else "")
    if scheme in ("udp", "unix"):
        return None
    line = _line(made.file, made.at, texts)
    transport = made.properties.get("transport")
    registers, register_place = _registers(made, texts)
    return Listening(
        role=made.role,
        name=values.get("name", ""),
        scheme=scheme,
        address=found["host"] if found else "",
        port=int(found["port"] or 0) if found else 0,
        ssl=values.get("transport") == "ssl" or scheme in ("ssl", "https", "wss"),
        file=made.file,
        line=line.line,
        text=line.text,
        place=_host_place(made.argument, found, texts) if found else None,
        port_place=_place(made.argument, found.span("port"), texts, "{port}") if found and found["port"] else None,
        scheme_place=_place(made.argument, found.span("scheme"), texts, "{scheme}") if found else None,
        ssl_place=_line(transport[1], transport[2], texts) if transport else None,
        variable=made.variable,
        lan_ip=values.get("lanIp", "127.0.0.1") if made.role == "gateway" else "",
        start_port=_number(values.get("startPort", ""), USUAL_START_PORT) if made.role == "gateway" else 0,
        count=_number(values.get("count", ""), 1),
        registers=registers,
        register_place=register_place,
    )


def _protocol(name: str) -> str:
    """The scheme of ``$worker->protocol = 'Workerman\\Protocols\\Websocket'``, which a tcp:// Worker may be given."""
    last = name.rpartition("\\")[2].lower()
    return last if last in ("websocket", "http", "text", "frame") else ""


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _registers(made: _Made, texts: Mapping[str, str]) -> tuple[tuple[str, ...], Binding | None]:
    """Where a Gateway or BusinessWorker looks for its Register; empty where the text does not tell."""
    if made.role not in ("gateway", "business"):
        return (), None
    if "registerAddress" not in made.properties:
        return (USUAL_REGISTER,), None
    value, file, at = made.properties["registerAddress"]
    text = text_of(value)
    place = _place(value, (0, len(text)), texts, "{address}") if value else None
    return ((text,), place or _line(file, at, texts)) if text else ((), _line(file, at, texts))


def _host_place(value: Value | None, found: re.Match[str], texts: Mapping[str, str]) -> Binding | None:
    """What is replaced for another address: host and port where they stand together, else the host."""
    if found["port"]:
        together = _place(value, (found.start("host"), found.end("port")), texts, "{endpoint}")
        if together is not None:
            return together
    return _place(value, found.span("host"), texts, "{host}")


def _place(value: Value | None, span: tuple[int, int], texts: Mapping[str, str], form: str) -> Binding | None:
    """Where a part of a value stands, if it stands in one piece."""
    start, end = span
    for piece in value or ():
        if start >= 0 and end <= len(piece.text) and piece.at >= 0 and end > start:
            line = _line(piece.file, piece.at + start, texts)
            column = piece.at + start - _line_start(texts[piece.file], piece.at + start)
            return Binding(
                file=line.file, line=line.line, text=line.text, start=column, end=column + end - start, form=form
            )
        start, end = start - len(piece.text), end - len(piece.text)
    return None


def _line(file: str, at: int, texts: Mapping[str, str]) -> Binding:
    """The line of a file in which an offset stands."""
    text = texts[file]
    start = _line_start(text, at)
    whole = text[start:].split("\n", 1)[0].rstrip("\r")
    return Binding(file=file, line=text.count("\n", 0, at) + 1, text=whole, start=0, end=len(whole), form="")


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1
