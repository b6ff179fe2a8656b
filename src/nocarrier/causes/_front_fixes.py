"""Changes to the configuration of a reverse proxy, as commands: the line that is changed, the check, the reload."""

from __future__ import annotations

from collections.abc import Iterable

from nocarrier.facts.front import Front, Place, Way
from nocarrier.model.judgement import Fix
from nocarrier.model.prose import Prose, say
from nocarrier.model.shell import joined, quoted

UPGRADE = {
    "version": "proxy_http_version 1.1;",
    "upgrade": "proxy_set_header Upgrade $http_upgrade;",
    "connection": 'proxy_set_header Connection "upgrade";',
}
"What nginx' documentation on WebSocket proxying has, by what lacks."

BY_PRODUCT: dict[str, str] = {
    "nginx": "\n".join(UPGRADE.values()),
    "openresty": "\n".join(UPGRADE.values()),
    "tengine": "\n".join(UPGRADE.values()),
    "angie": "\n".join(UPGRADE.values()),
    "apache": 'ProxyPass "{path}" "http://BACKEND{path}" upgrade=websocket',
    "haproxy": "# no http-request del-header Upgrade, no http-request del-header Connection\ntimeout tunnel 1h",
    "caddy": "reverse_proxy {path} BACKEND",
    "lighttpd": 'proxy.header = ("upgrade" => "enable")',
    "varnish": 'if (req.http.Upgrade ~ "(?i)websocket") {{ return (pipe); }}',
    "squid": "http_upgrade_request_protocols websocket allow all",
    "alb": "aws elbv2 create-target-group --protocol-version HTTP1",
    "traefik": "# in no headers middleware: customRequestHeaders with Upgrade or Connection",
    "envoy": "upgrade_configs: [{{upgrade_type: websocket}}]",
    "cloudfront": "OriginRequestPolicy: AllViewer (CachePolicy: CachingDisabled)",
    "arr": "Install-WindowsFeature Web-WebSockets",
}
"Product → its own setting that lets an upgrade pass, where its files are not at hand. Braces that are meant are doubled."


def sed(place: Place, script: str) -> str:
    """Change one line of a file."""
    return f"sed -i {quoted(f'{place.line}{script}')} {quoted(place.file)}"


def reload(front: Front) -> tuple[str, ...]:
    """Have the proxy read its configuration again, once that is seen to be right."""
    command = front.command or (front.product,)
    words = joined(command)
    if front.product == "nginx":
        return (f"{words} -t", _by_unit(front) or f"kill -HUP {front.pid}")
    if front.product == "apache":
        options = [word for word in command if word not in ("-k", "start", "-DFOREGROUND")]
        return (f"{_apache(options)} -t", _by_unit(front) or f"kill -USR1 {front.pid}")
    if front.product == "haproxy":
        options = [word for word in command if word not in ("-db", "-D", "-W", "-Ws")]
        again = joined([*options, "-D", "-sf", str(front.pid)])
        return (f"{joined([*options, '-c'])} -q", _by_unit(front) or again)
    if front.product == "caddy":
        return (_by_unit(front) or f"caddy reload --config {quoted(front.config)} --adapter caddyfile",)
    return ()


def _apache(options: list[str]) -> str:
    """Debian's apache2 wants the variables of ``envvars``, which its control program sets."""
    plain = len(options) <= 1
    return "apachectl" if plain else joined(options)


def _by_unit(front: Front) -> str:
    return f"systemctl reload {quoted(front.unit)}" if front.unit else ""


def pass_the_upgrade(front: Front, way: Way) -> Fix:
    """Let the upgrade through, in that product's own configuration."""
    made = {"nginx": _nginx, "apache": _apache_upgrade}.get(front.product, _without_what_prevents)(front, way)
    if made is None:
        return for_product(front.product, front.label, "/")
    commands, config, place = made
    return Fix(
        where="server",
        text=say("Let {label} pass the upgrade on, in {place}:", label=front.label, place=place.shown),
        config=config,
        commands=(*commands, *reload(front)),
        risk=say("Every location is reloaded with it; connections that stand are kept."),
    )


Change = tuple[tuple[str, ...], str, Place]


def _nginx(front: Front, way: Way) -> Change | None:
    """Lines that prevent it are changed, those that lack are added on the level whose headers count."""
    if way.proxy is None or "whole" in way.lacking:
        return None
    wrong = {_setting(place): place for place in way.against}
    commands = [sed(place, f"s|{_pattern(name)}|{UPGRADE[name]}|I") for name, place in wrong.items() if name]
    missing = [UPGRADE[name] for name in way.lacking if name not in wrong]
    behind = way.inherited[-1] if way.inherited else way.proxy
    anchor = "proxy_set_header" if way.inherited else "proxy_pass"
    if missing:
        lines = "".join(f"\\n        {line}" for line in missing)
        commands.append(sed(behind, f"s|{anchor}[^;]*;|&{lines}|"))
    shown = "\n".join(UPGRADE[name] for name in way.lacking)
    return tuple(commands), shown, way.proxy if missing else way.against[0]


def _setting(place: Place) -> str:
    words = place.text.lower().split()
    if words[:1] == ["proxy_http_version"]:
        return "version"
    return words[1] if len(words) > 1 and words[1] in ("upgrade", "connection") else ""


def _pattern(name: str) -> str:
    if name == "version":
        return "proxy_http_version[^;]*;"
    return f"proxy_set_header  *{name}  *[^;]*;"


def _apache_upgrade(front: Front, way: Way) -> Change | None:
    """``upgrade=websocket`` behind each ProxyPass or BalancerMember that has it not."""
    places = [one.place for one in way.backends if one.place is not None and "upgrade=" not in one.place.text.lower()]
    words = ("proxypass", "balancermember")
    if way.proxy is None or not places or not all(place.text.lower().startswith(words) for place in places):
        return None
    commands = tuple(sed(place, "s|[[:space:]]*$| upgrade=websocket|") for place in dict.fromkeys(places))
    return commands, f"{places[0].text} upgrade=websocket", places[0]


def _without_what_prevents(front: Front, way: Way) -> Change | None:
    """The lines that take the upgrade away are made comments."""
    if not way.against:
        return None
    commands = tuple(sed(place, "s|^|#|") for place in way.against)
    return commands, "\n".join(f"# {place.text}" for place in way.against), way.against[0]


def for_product(product: str, label: str | Prose, path: str) -> Fix:
    """What to set, where the files were not seen: its own setting, or where an edge has its switch."""
    from nocarrier.facts.edges import provider

    edge = provider(product)
    if edge is not None and edge.websocket is not None:
        return Fix(where="network", text=edge.websocket)
    config = BY_PRODUCT.get(product, "")
    return Fix(
        where="server",
        text=say(
            "Let {label} pass the upgrade on, where it hands {path} to its back end:", label=label, path=path or "/"
        ),
        config=config.format(path=path or "/") if config else "",
    )


def ask_another(front: Front, places: Iterable[Place], old: int, new: int, who: str) -> Fix:
    """Point the proxy at the port on which the program does answer."""
    found = tuple(dict.fromkeys(places))
    commands = tuple(sed(place, f"s|:{old}\\b|:{new}|") for place in found)
    first = found[0]
    return Fix(
        where="server",
        text=say(
            "Let {label} ask {who} on {port}, in {place}:", label=front.label, who=who, port=new, place=first.shown
        ),
        config=first.text.replace(f":{old}", f":{new}"),
        commands=(*commands, *reload(front)),
    )
