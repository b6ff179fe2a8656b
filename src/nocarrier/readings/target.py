"""What the user typed → a `Target`.

Two kinds of bad input are told apart. What cannot be a target at all (an unknown scheme, an impossible port)
raises `BadTarget`: the call was wrong. What has the form of a target, but whose host is no host (``None``, a
placeholder), is a target with `Target.misshapen` set: that is a cause with a fix, not a usage error.
"""

from __future__ import annotations

from nocarrier.facts.services import DEFAULT_PORT, LISTENING
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import WILDCARDS, Target, endpoint

LONGEST_INPUT = 4096
LONGEST_NAME = 253
"RFC 1035, section 2.3.4, as text without the final dot."

PLACEHOLDERS = frozenset({
    "none", "null", "undefined", "nil", "nan", "(null)", "[object object]", "your-domain.com", "yourdomain.com",
    "your-server.com", "yourserver.com", "your-host", "yourhost", "your-hostname", "your-server", "your-ip",
    "your_domain.com", "your_server_ip", "your-server-ip", "your_host", "your_server", "hostname_here",
    "xxx.com", "xxx.xxx.xxx.xxx", "x.x.x.x", "a.b.c.d", "changeme", "example.tld", "domain.tld",
})  # fmt: skip
"Words that programs print for an unset value, and that guides write where a host belongs."

TEMPLATE_MARKS = "<>{}$%()[]*"


class BadTarget(ValueError):
    """The text is no target. ``sentence`` says why; ``target`` is what was meant, where that can be known."""

    def __init__(self, sentence: Prose, target: Target | None = None) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.target = target


def parse_target(text: str, port_text: str = "") -> Target:
    """``scheme://host[:port][/path]``, ``host:port``, ``host port`` or ``unix:///path``.

    Raises `BadTarget`.
    """
    _check_characters(text + port_text)
    typed = f"{text} {port_text}".strip()
    text = text.strip()
    if port_text:
        return _host_and_port(typed, text, port_text.strip())
    scheme, found, rest = text.partition("://")
    if not found:
        return _bare(typed, text)
    scheme = scheme.lower()
    if scheme not in DEFAULT_PORT:
        raise BadTarget(
            say(
                "Unknown scheme {scheme}: such as tcp, http, ws, redis or unix is expected.", scheme=repr(scheme[:40])
            )
        )
    if scheme == "unix":
        return _unix(typed, rest)
    return _located(typed, scheme, rest)


def _check_characters(text: str) -> None:
    if not text.strip():
        raise BadTarget(say("The target is empty."))
    if len(text) > LONGEST_INPUT:
        raise BadTarget(say("The target is {length} characters long, too long for any host.", length=len(text)))
    if any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in text):
        raise BadTarget(say("The target contains control characters."))
    if any(0xD800 <= ord(letter) < 0xE000 for letter in text):
        raise BadTarget(say("The target is not valid text in this locale."))


def _host_and_port(typed: str, host: str, port_text: str) -> Target:
    """``host port``, as nc and telnet take them."""
    if "://" in host:
        scheme, _, rest = host.partition("://")
        scheme, rest = scheme.lower(), rest.rstrip("/")
        meant = f"{scheme}://{rest.partition('/')[0]}:{port_text}"
        port = _port(port_text)
        if scheme not in DEFAULT_PORT:
            raise BadTarget(say("Unknown scheme {scheme}.", scheme=repr(scheme[:40])))
        raise _url_as_host(typed, "tcp", host, port, meant)
    return _finish(typed, "tcp", _unbracket(host), _port(port_text), "")


def _bare(typed: str, text: str) -> Target:
    """``host:port`` without a scheme."""
    if text.startswith(("/", "./", "@")):
        return _unix(typed, text)
    return _located(typed, "tcp", text)


def _unix(typed: str, path: str) -> Target:
    if not path:
        raise BadTarget(say("The path of the unix socket is missing: unix:///path/to/socket."))
    return Target(input=typed, scheme="unix", host="", port=None, path=path)


def _located(typed: str, scheme: str, rest: str) -> Target:
    authority, path = _split_path(rest)
    userinfo, _, authority = authority.rpartition("@")
    if "://" in rest.partition("?")[0]:
        inner = rest.partition("://")[0].rpartition("/")[2].lower()
        if inner in DEFAULT_PORT:
            meant = parse_inner(rest[rest.lower().index(f"{inner}://") :], scheme)
            raise _url_as_host(typed, scheme, rest, meant.port if meant else None, meant.url if meant else "")
    if not authority:
        raise BadTarget(say("The host is missing in {target}.", target=repr(typed[:80])))
    host, port_text = _split_port(authority)
    if not host:
        raise BadTarget(say("The host is missing in {target}.", target=repr(typed[:80])))
    port = _port(port_text) if port_text is not None else DEFAULT_PORT[scheme]
    if port is None:
        raise BadTarget(
            say("The port is missing: {example} is expected.", example=f"{scheme}://{authority[:80]}:PORT")
        )
    target = _finish(typed, scheme, host, port, path)
    return _of_user(target, userinfo) if userinfo else target


def _of_user(target: Target, userinfo: str) -> Target:
    """With who logs in, and whether a password stood there."""
    from urllib.parse import unquote

    from nocarrier.model.record import replace

    user, _, password = userinfo.partition(":")
    return replace(target, user=unquote(user), password=bool(password))


def parse_inner(text: str, outer_scheme: str) -> Target | None:
    """The URL that was put where a host belongs, or None where it is none either.

    ``http`` inside ``tcp`` keeps its own scheme; the port behind it is kept.
    """
    try:
        return parse_target(text.strip("[]"))
    except BadTarget:
        return None


def _url_as_host(typed: str, scheme: str, host: str, port: int | None, meant: str) -> BadTarget:
    sentence = say(
        "A whole URL stands where the host belongs; {meant} was meant.", meant=meant or "scheme://host:port"
    )
    target = Target(input=typed, scheme=scheme, host=host[:200], port=port, misshapen=sentence, corrected=meant)
    return BadTarget(sentence, target)


def _split_path(rest: str) -> tuple[str, str]:
    """Authority and path (with query, without fragment); RFC 3986, section 3."""
    ends = [at for at in (rest.find(mark) for mark in "/?#") if at >= 0]
    if not ends:
        return rest, ""
    at = min(ends)
    path = rest[at:].partition("#")[0]
    return rest[:at], path if path.startswith("/") or not path else "/" + path


def _split_port(authority: str) -> tuple[str, str | None]:
    """Host and port text; None where there is no colon for a port."""
    if authority.startswith("["):
        host, closed, rest = authority[1:].partition("]")
        if not closed or (rest and not rest.startswith(":")):
            raise BadTarget(say("The brackets around the IPv6 address are not closed: [address]:port is expected."))
        return host, rest[1:] if rest else None
    if authority.count(":") > 1:
        if is_ipv6(authority):
            return authority, None
        host, _, port = authority.rpartition(":")
        if is_ipv6(host):
            raise BadTarget(
                say("An IPv6 address needs brackets before a port: {example}.", example=f"[{host}]:{port[:20]}")
            )
        return host, port
    host, colon, port = authority.partition(":")
    return host, port if colon else None


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise BadTarget(say("The port {port} is not a number from 1 to 65535.", port=repr(text[:40])))
    if not 1 <= int(text[:10]) <= 65535:
        raise BadTarget(say("The port {port} is out of range: 1 to 65535 exist.", port=text[:40]))
    return int(text)


def _unbracket(host: str) -> str:
    return host[1:-1] if host.startswith("[") and host.endswith("]") else host


def _finish(typed: str, scheme: str, host: str, port: int, path: str) -> Target:
    bare, _, zone = host.partition("%") if ":" in host else (host, "", "")
    bare, zone = _decoded(bare), _zone(zone)
    target = Target(
        input=typed,
        scheme=scheme,
        host=bare if is_address(bare) else bare.lower(),
        port=port,
        path=path,
        zone=zone,
        listening=scheme in LISTENING,
    )
    if ":" in bare and not is_ipv6(bare):
        return _colon_in_host(target)
    if bare in WILDCARDS and not target.listening:
        return _mark(
            target,
            say("{host} is an address to listen on; as a destination it names no machine.", host=bare),
            endpoint("::1" if ":" in bare else "127.0.0.1", port),
        )
    if is_link_local(bare) and not zone:
        return _mark(
            target,
            say(
                "{host} is link-local: it names a machine only together with an interface, as {host}%eth0.", host=bare
            ),
            "",
        )
    if is_address(bare):
        return target
    if bare.lower() in PLACEHOLDERS or any(mark in bare for mark in TEMPLATE_MARKS):
        return _mark(target, say("{host} is a placeholder, not a host.", host=repr(bare[:80])), "")
    return _named(target)


def _decoded(host: str) -> str:
    """A name as its letters, where a URL holds it percent-encoded (RFC 3986, section 3.2.2); else as it stands."""
    if "%" not in host:
        return host
    from urllib.parse import unquote

    try:
        decoded = unquote(host, errors="strict")
    except UnicodeDecodeError:
        return host
    return decoded if all(letter.isalnum() or letter in "-._" for letter in decoded) else host


def _zone(zone: str) -> str:
    """The zone of an IPv6 address; in a URL the ``%`` before it is written ``%25`` (RFC 6874, section 2)."""
    return zone[2:] if zone.startswith("25") and len(zone) > 2 else zone


def _colon_in_host(target: Target) -> Target:
    """``host:port`` where only a host belongs, with another port behind it."""
    host, _, port = target.host.rpartition(":")
    meant = endpoint(host, int(port)) if port.isdigit() and port.isascii() and 0 < int(port[:6]) < 65536 else ""
    return _mark(
        target, say("{host} already has a port in it where only a host belongs.", host=repr(target.host[:80])), meant
    )


def _mark(target: Target, why: Prose, meant: str) -> Target:
    from nocarrier.model.record import replace

    return replace(target, misshapen=why, corrected=f"{target.scheme}://{meant}{target.path}" if meant else "")


def _named(target: Target) -> Target:
    """Check a name's form (RFC 1123, section 2.1; RFC 5891 for names beyond ASCII)."""
    from nocarrier.model.record import replace

    name = target.host
    if not name.isascii():
        name = _ascii_form(name)
    bare = name.removesuffix(".")
    if len(bare) > LONGEST_NAME:
        raise BadTarget(
            say("The name is {length} characters long; 253 is the longest a name may be.", length=len(bare))
        )
    if " " in bare or "\\" in bare or '"' in bare:
        raise BadTarget(say("{host} is no host name.", host=repr(bare[:80])))
    labels = bare.split(".")
    if not all(labels):
        return _mark(target, say("{host} has an empty label between its dots.", host=repr(name[:80])), "")
    if any(len(label) > 63 for label in labels):
        raise BadTarget(say("A part of the name is longer than 63 characters."))
    if all(label.isdigit() for label in labels):
        return _mark(target, say("{host} looks like an IPv4 address and is none.", host=repr(name[:80])), "")
    return replace(target, host=name)


def _ascii_form(name: str) -> str:
    import idna

    try:
        return idna.encode(name, uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise BadTarget(say("{host} is no valid internationalised name.", host=repr(name[:80]))) from error


def is_ipv4(text: str) -> bool:
    """Whether the text is an IPv4 address in dotted-decimal form."""
    parts = text.split(".")
    return len(parts) == 4 and all(
        part.isascii() and part.isdigit() and len(part) <= 3 and int(part) < 256 for part in parts
    )


def is_ipv6(text: str) -> bool:
    """Whether the text is an IPv6 address (RFC 4291, section 2.2), without zone."""
    if ":" not in text:
        return False
    from ipaddress import AddressValueError, IPv6Address

    try:
        IPv6Address(text.partition("%")[0])
    except AddressValueError:
        return False
    return True


def is_link_local(text: str) -> bool:
    """Whether it is an IPv6 address of fe80::/10, which needs a zone (RFC 4007, section 6)."""
    return text[:3].lower() in ("fe8", "fe9", "fea", "feb") and is_ipv6(text)


def is_address(text: str) -> bool:
    """Whether the text is an IP address rather than a name."""
    return is_ipv4(text) or is_ipv6(text)
