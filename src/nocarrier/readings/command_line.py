"""The words of a command → what it is, where it runs, and the places that its words name.

Hints, no more: what a program does with its words, only that program knows. So an error in its output counts before its
words, and an address that it dialled before a name that stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from nocarrier.facts.services import DEFAULT_PORT
from nocarrier.model.record import NOTHING, Record
from nocarrier.readings.messages.endpoints import Endpoint, endpoints

WRAPPERS: dict[str, str] = {
    "env": "uCS", "sudo": "ugCDhpRrTtU", "doas": "uC", "nice": "n", "nohup": "", "setsid": "", "time": "fo",
    "timeout": "ks", "stdbuf": "ioe", "ionice": "cnp", "chrt": "TPD", "taskset": "", "chroot": "", "unbuffer": "",
    "exec": "a", "command": "", "strace": "oesPpaEX", "unshare": "SGwR", "nsenter": "tSGwr", "doppler": "",
}  # fmt: skip
"Program that runs the command in its words → its short options that take a value as the next word."
POSITIONAL = {"timeout": 1, "chroot": 1, "taskset": 1, "chrt": 1}
"Program → words of its own before that command, beside options."
CLIENTS: dict[str, str] = {
    "curl": "http", "wget": "http", "http": "http", "https": "https", "xh": "http", "ssh": "ssh", "scp": "ssh",
    "sftp": "ssh", "psql": "postgresql", "pg_dump": "postgresql", "pg_isready": "postgresql", "createdb": "postgresql",
    "mysql": "mysql", "mysqldump": "mysql", "mysqladmin": "mysql", "mariadb": "mysql", "redis-cli": "redis",
    "valkey-cli": "redis", "mongosh": "mongodb", "mongo": "mongodb", "mosquitto_sub": "mqtt", "mosquitto_pub": "mqtt",
    "telnet": "telnet", "ftp": "ftp", "lftp": "ftp", "ldapsearch": "ldap", "websocat": "ws", "wscat": "ws",
    "rsync": "ssh", "irssi": "irc", "smbclient": "tcp", "git": "https", "docker": "https",
    "podman": "https", "pip": "https", "npm": "https", "yarn": "https", "composer": "https", "apt": "http",
    "apt-get": "http", "cargo": "https", "go": "https",
}  # fmt: skip
"Client program → the scheme of what it connects to where its words name none."
READERS = frozenset({
    "cat", "tac", "head", "tail", "less", "more", "grep", "egrep", "fgrep", "zgrep", "rg", "ag", "sed", "awk", "gawk", "jq", "cut",
    "sort", "uniq", "tee", "diff", "journalctl", "dmesg", "man", "bat", "lnav", "xzcat", "zcat", "strings",
})  # fmt: skip
"Programs that print what others have said."
SHELLS = frozenset(
    {"sh", "bash", "dash", "zsh", "fish", "ksh", "mksh", "tcsh", "csh", "ash", "su", "nu", "xonsh", "elvish"}
)
MULTIPLEXERS = frozenset({"tmux", "screen", "zellij", "script", "byobu", "abduco", "dtach", "mosh"})
DEFAULT_HOST = {"redis": "127.0.0.1"}
"Scheme → where its client goes that is told a port and no host; those of databases take a unix socket."
PASSWORD_IS_P = ("mysql",)
"Schemes whose clients take a password with ``-p``; the port is then ``-P``."
ENGINES = ("docker", "podman", "nerdctl")
ENGINE_VALUES = frozenset({
    "-e", "--env", "--env-file", "-u", "--user", "-w", "--workdir", "--detach-keys", "--name", "--network", "--net", "-p",
    "--publish", "-v", "--volume", "--mount", "-h", "--hostname", "--entrypoint", "--add-host", "--dns", "-l", "--label",
    "--cap-add", "--cap-drop", "-m", "--memory", "--cpus", "--restart", "--platform", "--pull", "--ip", "--device",
    "--security-opt", "--log-driver", "--ulimit", "--tmpfs", "--pid", "--ipc", "--uts", "--userns", "-H", "--host",
    "-c", "--context", "--runtime",
})  # fmt: skip
"Options of container engines whose value is the next word."
ENGINE_FAILED = 125
"Exit status of ``run`` and ``exec`` where the engine itself failed, not the command (docker-run(1))."
SSH_FAILED = 255
"Exit status of ssh(1) where ssh itself failed; else it is the far command's."
SSH_VALUES = "BbcDEeFIiJLlmOopQRSWw"
"Options of ssh(1) that take a value."
SSH_LOGIN = "bcFIiJmo46"
"Those by which it gets there and in, beside the port and the user."
_DEV_TCP = re.compile(r"/dev/tcp/([\w.-]{1,253})/(\d{1,5})\b")
_ASSIGNED = re.compile(r"[A-Za-z_]\w*=")


class Called(Record, kw_only=True):
    """A command.

    ``program`` is the name of the program that does the work, what runs it left aside; ``words`` that program's own.
    ``assigned`` are variables that env(1) gives it, and where ``cleared``, nothing else is in its environment.
    ``inside`` is where it runs, as ``--from`` takes it (``podman://web``), empty: here. ``engine`` is the container
    engine where it runs in a container, ``container`` that container's name where the words tell.
    """

    program: str
    words: tuple[str, ...]
    assigned: dict[str, str] = NOTHING
    cleared: bool = False
    inside: str = ""
    engine: str = ""
    container: str = ""
    login: tuple[str, ...] = ()
    "ssh's own options by which it got ``inside``."
    hints: tuple[Endpoint, ...] = ()
    "Places that its environment names: DATABASE_URL and the like."

    @property
    def scheme(self) -> str:
        """What such a program connects to; empty where that is not known."""
        return CLIENTS.get(self.program, "")

    @property
    def places(self) -> tuple[Endpoint, ...]:
        """Every place that the words name, each once."""
        words = (
            ssh_words(self.words)[-1:] if self.program == "ssh" else self.words
        )  # the others are dialled elsewhere
        found = [Endpoint(match[1], int(match[2])) for word in words for match in _DEV_TCP.finditer(word)]
        found += [place for word in words for place in endpoints(word) if _believable(place)]
        found += _by_options(self.words, self.scheme)
        found += [
            Endpoint(host, int(port), self.scheme)
            for host, port in _paired(self.words)
            if self.program in ("nc", "ncat", "netcat", "telnet") and not host.startswith("-")
        ]
        return tuple({(place.host, place.port): place for place in reversed(found)}.values())[::-1]

    @property
    def pairs(self) -> tuple[Endpoint, ...]:
        """Addresses behind which a number stands: places, where something else says that they are."""
        from nocarrier.readings.target import is_address

        return tuple(Endpoint(host, int(port)) for host, port in _paired(self.words) if is_address(host))


def _paired(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Words behind which a number stands that may be a port."""
    for host, port in pairwise(words):
        if port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65536:
            yield host, port


def called(command: Sequence[str], code: int = 1) -> Called:
    """What these words run. ``code`` is how it ended: it tells whose errors those of ``ssh HOST COMMAND`` are."""
    words = list(command)
    assigned: dict[str, str] = {}
    cleared = False
    inside = ""
    while words:
        program = _name(words[0])
        if program == "ip" and words[1:3] == ["netns", "exec"] and len(words) > 4:
            inside, words = f"netns://{words[3]}", words[4:]
            continue
        if program not in WRAPPERS:
            break
        own, rest = _parted(program, words[1:])
        if program == "env":
            cleared = cleared or any(word in ("-i", "-", "--ignore-environment") for word in own)
            while rest and _ASSIGNED.match(rest[0]):
                name, _, value = rest.pop(0).partition("=")
                assigned[name] = value
        if program == "nsenter" and (process := option_value(own, "t", "--target")):
            inside = f"pid://{process}"
        if not rest:
            break
        words = rest
    program = _name(words[0]) if words else ""
    plain = Called(program=program, words=tuple(words), assigned=assigned, cleared=cleared, inside=inside)
    if program in ENGINES:
        return _contained(plain, code)
    return _far(plain, code) if program == "ssh" else plain


def converses(command: Sequence[str]) -> bool:
    """It is a shell for somebody to type into, or another program that gives a terminal of its own to others."""
    found = called(command)
    if found.program in MULTIPLEXERS:
        return True
    return found.program in SHELLS and all(
        word.startswith("-") and "c" not in word.lstrip("-")[:1] for word in found.words[1:]
    )


def hints(environment: Mapping[str, str]) -> tuple[Endpoint, ...]:
    """The places of the URLs in it; a proxy is none that is wanted."""
    values = [value for name, value in environment.items() if "://" in value and not name.lower().endswith("_proxy")]
    return tuple(place for value in values for place in endpoints(value) if place.host and place.port)


def ssh_words(words: Sequence[str]) -> tuple[str, ...]:
    """The options and the destination of an ssh call: what ``ssh -G`` takes; empty where there is no destination."""
    own, _ = _ssh_parted(words)
    return own


def ssh_place(words: Sequence[str]) -> str:
    """Where an ssh call logs in to, as ``--from`` takes it; empty where there is no destination."""
    *options, host = ssh_words(words) or ("",)
    if not host:
        return ""
    port, user = option_value(options, "p"), option_value(options, "l")
    host = host.removeprefix("ssh://")
    return f"ssh://{f'{user}@' if user and '@' not in host else ''}{host}{f':{port}' if port else ''}"


def ssh_login(words: Sequence[str], letters: str = SSH_LOGIN) -> tuple[str, ...]:
    """The options of an ssh call by which it gets in."""
    options = ssh_words(words)[:-1]
    found: list[str] = []
    for at, word in enumerate(options):
        if word[:1] == "-" and word[1:2] in letters and (at == 0 or not _awaits_a_value(options[at - 1])):
            found += options[at : at + (2 if _awaits_a_value(word) else 1)]
    return tuple(found)


def _ssh_parted(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """ssh's own words, the destination last, and those of the far command. Options may stand behind the destination, too."""
    options: list[str] = []
    host, at = "", 1
    while at < len(words) and not (host and not words[at].startswith("-")):
        word = words[at]
        if word == "--":
            host, at = (host, at + 1) if host else (words[at + 1] if at + 1 < len(words) else "", at + 2)
            break
        if not word.startswith("-"):
            host, at = word, at + 1
            continue
        size = 2 if _awaits_a_value(word) else 1
        options += words[at : at + size]
        at += size
    return ((*options, host), tuple(words[at:])) if host else ((), ())


def _awaits_a_value(word: str) -> bool:
    """The value of an option of ssh's is the next word: ``-p``, ``-vp``; not in ``-p22``."""
    valued = [at for at, letter in enumerate(word) if letter in SSH_VALUES]
    return bool(valued) and valued[0] == len(word) - 1


def _far(plain: Called, code: int) -> Called:
    """``ssh HOST COMMAND`` that came through to the far side: what was printed was printed there."""
    _, rest = _ssh_parted(plain.words)
    if not rest or code == SSH_FAILED:
        return plain
    return Called(program=_name(rest[0]), words=rest, inside=ssh_place(plain.words), login=ssh_login(plain.words))


def _contained(plain: Called, code: int) -> Called:
    """``docker run`` and ``docker exec``, with ``container`` and without."""
    at = next((at for at, word in enumerate(plain.words) if word in ("run", "exec")), 0)
    verb, rest, name = plain.words[at] if at else "", list(plain.words[at + 1 :]), ""
    own: list[str] = []
    while rest and not name:
        word = rest.pop(0)
        if not word.startswith("-"):
            name = word
            break
        own.append(word)
        if word in ENGINE_VALUES and rest:
            own.append(rest.pop(0))
    if verb not in ("run", "exec") or code == ENGINE_FAILED or not name:
        return plain
    if verb == "run":
        if option_value(own, "", "--network", "--net") == "host":
            return plain
        rest = rest or [name]
        name = option_value(own, "", "--name")
    words = tuple(rest)
    engine = plain.program
    return Called(
        program=_name(words[0]) if words else "",
        words=words,
        inside=f"{'podman' if engine == 'podman' else 'docker'}://{name}" if name else "",
        engine=engine,
        container=name,
    )


def _parted(program: str, words: list[str]) -> tuple[list[str], list[str]]:
    """The words of a program that runs another, and those of the other."""
    at = 0
    while at < len(words) and words[at].startswith("-"):
        word = words[at]
        at += 1
        if word == "--":
            break
        if len(word) > 1 and word[1] != "-" and word[-1] in WRAPPERS[program]:
            at += 1
    at = min(at + POSITIONAL.get(program, 0), len(words))
    return words[:at], words[at:]


def option_value(words: Sequence[str], letter: str, *names: str) -> str:
    """The value of an option, however it is written; empty where it is not there."""
    for at, word in enumerate(words):
        if (letter and word == f"-{letter}") or word in names:
            return words[at + 1] if at + 1 < len(words) else ""
        if letter and word.startswith(f"-{letter}") and not word.startswith("--"):
            return word[2:]
        for name in names:
            if word.startswith(f"{name}="):
                return word.partition("=")[2]
    return ""


def _by_options(words: Sequence[str], scheme: str) -> list[Endpoint]:
    """``-h HOST -p PORT``, as database clients take them."""
    host = option_value(words, "h", "--host", "--hostname")
    text = option_value(words, "P" if scheme in PASSWORD_IS_P else "p", "--port")
    port = int(text) if text.isascii() and text.isdigit() and int(text[:6]) < 65536 else 0
    host = host or (DEFAULT_HOST.get(scheme, "") if port else "")
    if not host or scheme in ("", "ssh"):  # ssh: `ssh -G` knows better
        return []
    return [Endpoint(host, port or DEFAULT_PORT.get(scheme) or 0, scheme)]


def _believable(place: Endpoint) -> bool:
    """It is no pair of words that only looks like a place: an image's tag, ``user:1000``."""
    return bool(place.host) and bool(
        place.scheme or place.host.count(".") or place.host == "localhost" or ":" in place.host
    )


def _name(word: str) -> str:
    return word.rpartition("/")[2]
