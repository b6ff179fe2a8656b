"""What in a report tells whose network it is: the names of its machines, containers, networks and users.

A name is taken for one where names belong: the target's host, fields of facts that hold names, hosts and users in URLs and
behind ``@``, dotted names, home directories, the words behind ``sudo -u`` and its like, and links behind ``%`` and ``dev``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nocarrier.facts.services import DEFAULT_PORT
from nocarrier.model.annotations import Any
from nocarrier.reports.pseudonyms import SYSCTL, Pseudonyms
from nocarrier.reports.spellings import readings

_HOST_FIELDS = frozenset({
    "host", "hostname", "hostnames", "names", "canonical", "aliases", "search", "domain", "server_name", "wildcards", "named",
})  # fmt: skip
_NAMING = frozenset({
    "lookup", "dns", "hosts_file", "edge", "fake_dns", "near_names", "portal", "containment", "other_hosts", "front",
})  # fmt: skip
"Probes whose field ``name`` holds the name of a machine."
_USER_FIELDS = frozenset({"user", "owner", "username", "group", "groups_of_user"})
_LINK_FIELDS = frozenset({"device", "devices", "interface", "off", "back"})
_CONTAINER_FIELDS = frozenset({"container", "compose", "only"})
_CLOUD_ROLES = frozenset({"name", "project", "instance", "group", "network"})

_COMMON = frozenset({
    *DEFAULT_PORT, "server", "client", "host", "web", "app", "api", "proxy", "router", "gateway", "node", "worker", "network",
    "default", "main", "local", "none", "test", "localhost", "localhost.localdomain", "localhost4", "localhost6",
    "ip6-localhost", "ip6-loopback", "ip6-allnodes", "ip6-allrouters", "host.docker.internal", "host.containers.internal",
    "podman", "docker", "netns", "pid", "w3.org", "www.w3.org", "socket.io", "engine.io", "asp.net", "php.net", "nginx.org",
    "null", "undefined", "in-addr.arpa", "ip6.arpa", "address", "backend", "upstream", "csf.deny", "csf.allow", "csf.ignore",
    "jail.local", "fail2ban.local", "rc.local", "strict.dtd", "proxy_protocol_v2.enabled",
})  # fmt: skip
"Names that tell nobody apart, many of them words of our own sentences, and files whose ends look like domains."
_SYSTEM_USERS = frozenset({
    "root", "nobody", "nogroup", "daemon", "bin", "sys", "adm", "wheel", "users", "www-data", "www", "nginx", "apache", "http",
    "mysql", "postgres", "postgresql", "redis", "mongodb", "mongod", "sshd", "git", "ubuntu", "debian", "ec2-user", "admin",
    "user", "administrator", "public", "systemd-network", "systemd-resolve", "dnsmasq", "unbound", "haproxy", "caddy", "squid", "tomcat", "getty",
    "python", "php",
})  # fmt: skip
_USUAL_LINK = re.compile(
    r"lo|(?:eth|en|wl|ww|br|docker|veth|tun|tap|wg|virbr|podman|cni-podman|cni|bond|team|ppp|vlan|sit|ip6tnl|dummy|utun|zt|"
    r"tailscale|flannel|vmbr|vnet|lxcbr|lxdbr)[._-]?(?:(?:[psofdnvi]?\d{1,3}[.@]?){0,5}|[0-9a-f]{6,12})"
)
"Network devices as systems call them; others may be named after somebody, and ``enx…`` holds a hardware address."

_FILES = frozenset({
    "conf", "cnf", "cfg", "ini", "json", "yml", "yaml", "toml", "xml", "php", "js", "mjs", "cjs", "ts", "rb", "java", "jar", "war",
    "sock", "socket", "service", "target", "timer", "slice", "scope", "mount", "rules", "list", "pem", "crt", "key", "txt", "html",
    "htm", "env", "lock", "pid", "db", "server", "wsgi", "asgi", "exe", "bin", "lua", "erl", "cpp", "gz", "tar", "tgz", "zip", "log",
    "err", "bak", "tmp", "dll", "css", "svg", "png", "ico", "map", "min", "local_port_range",
})  # fmt: skip
"What follows a dot in the names of files, units and modules, and is no top-level domain that is much used."
_FILES_OR_DOMAINS = frozenset({"py", "sh", "pl", "so", "rs", "md", "cc", "go", "ex", "app", "id", "is", "in"})
"The same, but also top-level domains: a name of two parts is a file then, one of three a machine."

_OBJECTS = frozenset({"os", "sys", "self", "this", "process"})
"What a program's own objects hang on: ``os.environ``, ``sys.argv``."

_WORD = re.compile(r"[\w.-]+")
_HOME = re.compile(r"(?:/home/|/Users/|\\Users\\|(?<![^\s/='\"])~)([^\W\d][\w.-]*)")
_HOME_WITH_SPACES = re.compile(r"\\Users\\([\w.-]+(?: [\w.-]+){1,3})\\")
_USER_AT = re.compile(
    r"(?<![\w.+-])([\w.+-]+)(?::\*{3})?@((?!sha256:)[^\W\d][\w.-]*(?![\w.-]*(?:::|\\x))|\d{1,3}(?:\.\d{1,3}){3}\b|\[|(?=[0-9A-Fa-f]{1,4}::))"
)
_RUN_AS = re.compile(
    r"\b(?:sudo\s+-u|runuser\s+-u|su\s+-|chown(?:\s+-R)?|User=)\s*([A-Za-z_][\w.-]*)(?::([A-Za-z_][\w.-]*))?"
)
_LOGIN = re.compile(
    r"(?i)[?&;](?:u|uid|user|user_?name|login|account|e?mail)=([a-z_][\w.-]*)"
    r"|(?<![\w-])[\w-]{0,24}(?:user|user_?name|login|owner|auth)['\"]?\s?[=:]\s?\(?['\"]([a-z_][\w.-]*)['\"]"
    r"|(?<![\w-])(?:[\w-]{0,24}_)?(?:user|user_?name|login|owner)=([a-z_][\w-]*)(?![\w.(\[-])"
    r"|/(?:login|users?|people|accounts?|profiles?|members?)/([a-z]+\.[a-z]+)(?![\w.-])"
    r"|(?<!\S)-u\s?([a-z_][\w.-]*):"
)
"Who logs in: in a URL, a setting, a path with a name of two parts, a command."
_LINK = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3}){3}|(?<![0-9A-Fa-f:])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,8}(?:\.\d{1,3}){0,3})%(?:25)?([A-Za-z][\w.-]*)"
    r"|\b[io]if(?:name)?\s(?:!=\s)?\"?([A-Za-z][\w.-]*)"
    r"|(?<=\s)-[io]\s([A-Za-z][\w.-]*)(?=\s[^\n]{0,400}-j\s)"
    r"|(?:\d|\b(?:default|route|neigh|link|addr|show))\sdev\s([A-Za-z][\w.-]*)"
)
"The zone of an address (RFC 4007, section 11), and what nft(8), iptables(8) and ip(8) say of a link."
_IN_URL = re.compile(r"(?<=://)(?:[^\s/@]*@)?([^\W_][\w.-]*)(?![\w.-]*(?:::|@|:\*{3}@))")
_NEXT_IN_URL = re.compile(r"(?::\d{1,5})?,([^\W_][\w.-]*)")
"Another machine of the same URL: ``mongodb://db7:27017,db8:27017/``."
_HOST_SETTING = re.compile(
    r"(?<![\w-])[\w-]{0,24}(?:[Hh]ost|[Hh]ost_?[Nn]ame)['\"]?\s?[=:]\s?['\"]([^\W_][\w.-]*)['\"]"
    r"|(?<![\w-])(?:[A-Z0-9_]{0,24}_)?(?:HOST|HOSTNAME)=([^\W_][\w.-]*)"
    r"|(?<!\S)--host(?:name)?[\s=]([^\W_][\w.-]*)"
    r"|\bhost=([^\W_][\w.-]*)\s(?:port|user|dbname|hostaddr)="
    r"|(?m:^)Host:\s([^\W_][\w.-]*)"
)
"The machine that a setting, a variable, an option, libpq or a header names."
_MODULE = re.compile(r"\bfrom\s([\w.]+)\simport\b|(?:\bimport|(?<!\S)-m)\s([\w.]+)")
"A module of a program, whose name reads like a machine's."
_HOST = re.compile(r"\[?([^\s/:\]]+)\]?(?::\d+)?")
_SHORT_ID = 12
"Characters of a container's id that its engine shows."


def learn(report: dict[str, Any], free: Sequence[str], pseudonyms: Pseudonyms) -> None:
    """Note every name that a report holds; ``free`` are its texts that are no vocabulary."""
    _host(report["target"]["host"], pseudonyms, everywhere=True)
    for seen in report.get("evidence", ()):
        for parents, name, value in _fields(seen["facts"]):
            _fact(seen["probe"], parents, name, value, pseudonyms)
    for text in free:
        learn_text(text, pseudonyms)


def programs(report: dict[str, Any]) -> Iterator[str]:
    """The names of the programs in a report, which stay."""
    for seen in report.get("evidence", ()):
        for parents, name, value in _fields(seen["facts"]):
            if name == "name" and parents[-1] == "program":
                yield value.lower()


def _fields(value: Any, parents: tuple[str, ...] = (), name: str = "") -> Iterator[tuple[tuple[str, ...], str, str]]:
    """The strings in facts, with the field that holds each and those around it."""
    if isinstance(value, str):
        yield parents, name, value
    elif isinstance(value, dict):
        for inner_name, inner in value.items():
            yield from _fields(inner, (*parents, name), inner_name)
    elif isinstance(value, list):
        for inner in value:
            yield from _fields(inner, parents, name)


def _fact(probe: str, parents: tuple[str, ...], name: str, value: str, pseudonyms: Pseudonyms) -> None:
    around = parents[-1] if parents else ""
    if probe == "cloud" and "told" in parents:
        if name in _CLOUD_ROLES:
            _name(value, "thing", pseudonyms)
    elif name in _HOST_FIELDS or (name == "name" and probe in _NAMING) or (name == "chain" and probe == "dns"):
        _host(value, pseudonyms)
    elif name in _USER_FIELDS:
        _user(value, pseudonyms)
    elif name in _LINK_FIELDS or (name == "name" and around == "interfaces"):
        _link(value, pseudonyms)
    elif name in _CONTAINER_FIELDS or (name == "name" and around == "containers"):
        _name(value, "container", pseudonyms)
        if len(value) > _SHORT_ID and re.fullmatch("[0-9a-f]+", value):
            pseudonyms.learn(value[:_SHORT_ID], "container", same_as=value)


def learn_text(text: str, pseudonyms: Pseudonyms) -> None:
    """Note the names that stand in a text where names belong, with and without escapes."""
    for reading in readings(text):
        _learn_reading(reading, pseudonyms)


def _learn_reading(text: str, pseudonyms: Pseudonyms) -> None:
    _learn_users(text, pseudonyms)
    for name in (*_in_urls(text), *(next(filter(None, found.groups())) for found in _HOST_SETTING.finditer(text))):
        _host(name, pseudonyms)
    for found in _LINK.finditer(text):
        _link(next(filter(None, found.groups())), pseudonyms)
    modules = {at for found in _MODULE.finditer(text) for at in (found.start(1), found.start(2))}
    for found in _WORD.finditer(text):
        if "." in found[0] and text[found.end() : found.end() + 1] not in ("(", "=") and found.start() not in modules:
            _dotted(_unescaped(found).strip(".-"), pseudonyms)


def _in_urls(text: str) -> Iterator[str]:
    for found in _IN_URL.finditer(text):
        yield found[1]
        at = found.end()
        while following := _NEXT_IN_URL.match(text, at):
            yield following[1]
            at = following.end()


def _learn_users(text: str, pseudonyms: Pseudonyms) -> None:
    for found in (*_HOME.finditer(text), *_LOGIN.finditer(text)):
        _user(next(filter(None, found.groups())), pseudonyms)
    for found in _HOME_WITH_SPACES.finditer(text):
        for name in found[1].split():
            _user(name, pseudonyms)
    for found in _USER_AT.finditer(text):
        if _last(found[2]) not in _FILES:
            _user(found[1].partition("+")[0], pseudonyms)
            _host(found[2], pseudonyms)
    for found in _RUN_AS.finditer(text):
        for name in filter(None, found.groups()):
            _user(name, pseudonyms)


def _unescaped(word: re.Match[str]) -> str:
    r"""A word without what belongs to an escape before it: ``%2Fshop.example``, ``\nshop.example``, not ``\\nas.example``."""
    before = word.string[max(word.start() - 2, 0) : word.start()]
    return word[0][2 * before.endswith("%") + (before.endswith("\\") and before != "\\\\") :]


def _dotted(word: str, pseudonyms: Pseudonyms) -> None:
    """A word with dots, where it has the form of a name; of a file, what stands before what kind of file it is."""
    labels = word.split(".")
    if SYSCTL.match(f"{word}.") or labels[0] in _OBJECTS:
        return
    while len(labels) > 1 and labels[-1].lower() in _FILES:
        labels.pop()
    last = labels[-1]
    top_level = (last.isalpha() and len(last) > 1) or last.lower().startswith("xn--")
    if len(labels) < 2 or not top_level or not all(labels) or pseudonyms.is_own(labels[0]):
        return
    if last.lower() not in _FILES_OR_DOMAINS or len(labels) > 2:
        _host(".".join(labels), pseudonyms)


def _last(word: str) -> str:
    return word.rstrip(".").rpartition(".")[2].lower()


def _host(value: str, pseudonyms: Pseudonyms, everywhere: bool = False) -> None:
    """A machine's name, maybe with a port, and the domain that it is in."""
    found = _HOST.fullmatch(value.rstrip("."))
    if found is None or not re.fullmatch(r"[\w.-]{1,253}", found[1]):
        return
    name = found[1].rstrip(".").lower()
    if name in _COMMON or name in _SYSTEM_USERS:
        return
    pseudonyms.learn(name, "host", everywhere=everywhere)
    for other in _other_spellings(name):
        pseudonyms.learn(other, "host", same_as=name)
    labels = name.split(".")
    if len(labels) > 2 and not labels[-1].isdigit():
        domain = ".".join(labels[-2:])
        if domain not in _COMMON:
            pseudonyms.learn(domain, "host")


def _other_spellings(name: str) -> Iterator[str]:
    """The ASCII form of an international name, and the other way round (RFC 3490)."""
    try:
        if not name.isascii():
            yield name.encode("idna").decode("ascii")
        elif "xn--" in name:
            yield name.encode("ascii").decode("idna")
    except UnicodeError:
        return


def _user(name: str, pseudonyms: Pseudonyms) -> None:
    if name.lower() not in _SYSTEM_USERS | _COMMON and re.fullmatch(r"[\w.-]{1,64}", name) and not name[0].isdigit():
        pseudonyms.learn(name, "user")


def _link(name: str, pseudonyms: Pseudonyms) -> None:
    """A network device, and the one that a VLAN is on: ``kite0`` of ``kite0.100``."""
    for one in dict.fromkeys((name, name.partition(".")[0])):
        if not _USUAL_LINK.fullmatch(one):
            _name(one, "link", pseudonyms)


def _name(name: str, kind: str, pseudonyms: Pseudonyms) -> None:
    """A name that may have several words."""
    for word in _WORD.findall(name):
        if word.lower() not in _COMMON | _SYSTEM_USERS and (word == name or len(word) > 3):
            pseudonyms.learn(word, kind)
