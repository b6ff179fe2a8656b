"""The server does not answer under the host name that was dialled

What it is
----------
Many sites share an address; the Host header says which one is meant (RFC 9110, section 7.2). A server that has no site
of that name answers with its default one, with an error, or hangs up; frameworks refuse names that they were not told of,
because a forged one can poison links and caches.

What you see
------------
"400 Bad Request", "Invalid Host header", "Blocked request. This host is not allowed", "421 Misdirected Request", a 404
from the wrong site, or a connection that is closed without a word (nginx ``return 444``). By the right name it works.

How it is told apart
--------------------
The same request passes when only the Host header differs. That alone may also be another site's own refusal; the error's
words (Django's DisallowedHost, Vite's and webpack's allowed hosts) or the server's configuration decide.

What to do
----------
Dial the name that the server knows, or have the server know this one: ``server_name`` (nginx), ``ServerAlias`` (Apache),
``ALLOWED_HOSTS`` (Django), ``server.allowedHosts`` (Vite), ``config.hosts`` (Rails).
"""

from __future__ import annotations

from nocarrier.causes._front import WHO_ANSWERED, look_behind
from nocarrier.causes._front_fixes import reload, sed
from nocarrier.causes._front_lab import behind, haproxy, nginx, node_ws
from nocarrier.causes._listening import dialled_the_server
from nocarrier.causes._restarting import Restart
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.front import Front, Way
from nocarrier.facts.host_list import HostList
from nocarrier.facts.listeners import Listeners
from nocarrier.facts.other_hosts import OtherHosts, UnderName
from nocarrier.facts.programs.kind import Kind
from nocarrier.facts.server_program import ServerProgram
from nocarrier.facts.testimony import Testimony, Witness
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    Symptom,
    on_client,
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Scenario, client, http_server, router, server
from nocarrier.model.shell import call
from nocarrier.model.target import looks_like_address

MISDIRECTED = 421
"Its meaning is just this (RFC 9110, section 15.5.20)."


def judge(case: Case) -> Judgement:
    """The answer hangs on the Host header alone, or says so."""
    exchange = case.seen(Exchange)
    if exchange is None or exchange.facts.upgraded or _no_name_was_said(exchange.facts):
        return Silent()
    others, testimony = case.seen(OtherHosts), case.seen(Testimony)
    says = testimony.facts.saying("host-unknown") if testimony is not None else None
    passing = others.facts.passing if others is not None else None
    if others is not None and passing is not None:
        return _found(case, exchange, others, passing, says, testimony)
    if testimony is not None and says is not None:
        return _by_word(case, exchange, testimony, says)
    if exchange.facts.http is not None and exchange.facts.http.status == MISDIRECTED:
        return _perhaps(case, exchange, Certainty.LIKELY)
    if exchange.facts.hung_up and others is not None and looks_like_address(case.target.host):
        return _perhaps(case, exchange, Certainty.POSSIBLE)
    if others is not None and others.facts.tried and not looks_like_address(case.target.host):
        return RuledOut((others,), say("the answer is no better under another host name"))
    return Silent()


def _no_name_was_said(exchange: Exchange) -> bool:
    """Nothing of HTTP came so far: it ended in the handshake of TLS."""
    return exchange.tls is not None and not exchange.tls.done


def _found(
    case: Case,
    exchange: Evidence[Exchange],
    others: Evidence[OtherHosts],
    passing: UnderName,
    says: Witness | None,
    testimony: Evidence[Testimony] | None,
) -> Judgement:
    front = case.seen(Front, Where.SERVER)
    way = front.facts.way if front is not None else None
    by_default = way is not None and not way.named and way.answering is not None
    status = exchange.facts.http.status if exchange.facts.http is not None else 0
    ours = by_default and dialled_the_server(case, exchange.facts.address) is True
    sure = says is not None or ours or status == MISDIRECTED
    # Only what the certainty rests on: the server's own word, or the meaning of 421, or its configuration.
    seen: tuple[Evidence[Exchange] | Evidence[OtherHosts] | Evidence[Front] | Evidence[Testimony], ...]
    seen = (exchange, others)
    if testimony is not None and says is not None:
        seen = (exchange, testimony)
    elif front is not None and ours and status != MISDIRECTED:
        seen = (exchange, others, front)
    return Found(
        certainty=Certainty.PROVEN if sure else Certainty.LIKELY,
        summary=_summary(
            others.facts, passing, status, front.facts if front is not None and by_default else None, says
        ),
        because=seen,
        fixes=_fixes(case, others.facts, passing, front.facts if front is not None else None, says),
        decided_by=() if sure else look_behind(case, exchange.facts.port),
    )


def _summary(others: OtherHosts, passing: UnderName, status: int, front: Front | None, says: Witness | None) -> Prose:
    what = say("answers {status}", status=status) if status else say("hangs up")
    if front is not None and front.way is not None and front.way.answering is not None:
        return say(
            "{label} has no site of the name {host} and {what} by default ({place}); as {other} the same request passes.",
            label=front.label,
            host=others.host,
            what=what,
            place=front.way.answering.shown,
            other=passing.host,
        )
    if says is not None and says.label:
        return say(
            "{label} {what} because it is not to serve the host name {host}; as {other} the same request passes.",
            label=says.label,
            what=what,
            host=others.host,
            other=passing.host,
        )
    return say(
        "The server {what} under the host name {host}; as {other} the same request passes.",
        what=what,
        host=others.host,
        other=passing.host,
    )


def _by_word(case: Case, exchange: Evidence[Exchange], testimony: Evidence[Testimony], says: Witness) -> Judgement:
    """It says so itself; which name it does serve was not found."""
    return Found(
        certainty=Certainty.PROVEN,
        summary=say(
            "{label} answers {status} because it is not to serve the host name {host}.",
            label=says.label or say("The server"),
            status=testimony.facts.status,
            host=case.target.host,
        ),
        because=(exchange, testimony),
        fixes=_let_it_know(case, None, says),
    )


def _perhaps(case: Case, exchange: Evidence[Exchange], certainty: Certainty) -> Judgement:
    """It may serve other names only, none of which is known here."""
    there = exchange.facts.there
    summary = say(
        "{there} may serve certain host names only, and {host} is none of them.", there=there, host=case.target.host
    )
    if certainty is Certainty.LIKELY:
        summary = say(
            "{there} answers 421: it serves other host names than {host}.", there=there, host=case.target.host
        )
    return Found(
        certainty=certainty,
        summary=summary,
        because=(exchange,),
        decided_by=look_behind(case, exchange.facts.port),
    )


def _fixes(
    case: Case, others: OtherHosts, passing: UnderName, front: Front | None, says: Witness | None
) -> tuple[Fix, ...]:
    known = _let_it_know(case, front, says)
    name = passing.host.rpartition(":")[0] if passing.host.rpartition(":")[2].isdigit() else passing.host
    if name in ("localhost", others.address) or name.strip("[]") == others.address:
        return known or (_dial(case, passing.host),)
    # Whoever dialled an address may use the name; a name that was dialled is mostly meant to be served.
    return (_dial(case, name), *known) if looks_like_address(case.target.host) else (*known, _dial(case, name))


def _dial(case: Case, host: str) -> Fix:
    """The same request under the name that passes; where that name resolves, it is simply the target."""
    return Fix(
        where="client",
        text=say("Dial the name that the server knows, where it leads to this address:"),
        config=case.target.at(host=host.strip("[]")),
        commands=(call(case.target.url, "--header", f"Host: {host}"),),
    )


ALLOWED: dict[str, str] = {
    "django": "ALLOWED_HOSTS = [..., '{host}']",
    "vite": "server: {{ allowedHosts: ['{host}'] }}",
    "webpack-dev-server": "devServer: {{ allowedHosts: ['{host}'] }}",
    "starlette": "TrustedHostMiddleware(allowed_hosts=[..., '{host}'])",
    "rails": "config.hosts << '{host}'",
    "jupyter": "c.ServerApp.local_hostnames = ['localhost', '{host}']",
    "symfony": "framework: {{ trusted_hosts: ['^{host}$'] }}",
    "iis": "appcmd set site /site.name:SITE /+bindings.[protocol='http',bindingInformation='*:80:{host}']",
}
"Product → the setting that lets it serve a further name. Braces that are meant are doubled."


def _let_it_know(case: Case, front: Front | None, says: Witness | None) -> tuple[Fix, ...]:
    """Have the server serve the name."""
    host = case.target.host
    if front is not None and front.way is not None:
        fix = _in_configuration(front, front.way, host)
        if fix is not None:
            return (fix,)
    listed = _in_settings(case, host)
    if listed is not None:
        return (listed,)
    config = ALLOWED.get(says.product, "") if says is not None else ""
    if says is None or not config:
        return ()
    return (
        Fix(
            where="server",
            text=say("Let {label} serve that name, in its settings:", label=says.label),
            config=config.format(host=host),
        ),
    )


def _in_settings(case: Case, host: str) -> Fix | None:
    """The line of the framework's settings, with the name put first into its list."""
    seen = case.seen(HostList, Where.SERVER)
    if seen is None:
        return None
    place = seen.facts.place
    text = say("Let it serve {host} too, in {place}:", host=host, place=place.shown)
    config = ALLOWED.get(seen.facts.product, "").format(host=host)
    if not seen.facts.whole:
        return Fix(where="server", text=text, config="\n".join((place.text, config)))
    before, found, rest = place.text.partition("[")
    separator = ", " if not rest.lstrip().startswith("]") else ""
    return Fix(
        where="server",
        text=text,
        config=f"{before}{found}'{host}'{separator}{rest}",
        commands=(sed(place, f"s|\\[|['{host}'{separator}|"), *_again(case, seen.facts.pid)),
    )


def _again(case: Case, pid: int) -> tuple[str, ...]:
    """Start the program again, where it is known how."""
    held = next((seen.facts for seen in case.every(ServerProgram, Where.SERVER) if seen.facts.pid == pid), None)
    listeners = case.seen(Listeners, Where.SERVER)
    programs = (one.program for one in (listeners.facts.listeners if listeners else ()) if one.program is not None)
    program = next((one for one in programs if one.pid == pid), None)
    if held is None or program is None:
        return ()
    kind = held.known or Kind(slug="", label=program.name)
    return Restart(case, held, kind, program).commands(held.command or program.command)


def _in_configuration(front: Front, way: Way, host: str) -> Fix | None:
    """Add the name to the site that has one already, where there is only one such line."""
    if way.named or len(way.named_at) != 1 or front.product not in ("nginx", "apache"):
        return None
    (place,) = way.named_at
    if front.product == "nginx":
        script, config = f"s|server_name  *|&{host} |", place.text.replace("server_name ", f"server_name {host} ", 1)
    else:
        script, config = f"s|$|\\n    ServerAlias {host}|", f"{place.text}\nServerAlias {host}"
    return Fix(
        where="server",
        text=say("Let {label} serve that name too, in {place}:", label=front.label, place=place.shown),
        config=config,
        commands=(sed(place, script), *reload(front)),
    )


NGINX_444 = """\
server {
    listen 80 default_server;
    return 444;
}
server {
    listen 80;
    server_name chat.example;
    location / {
        proxy_pass http://127.0.0.1:3000;
        proxy_http_version 1.1;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection "upgrade";
    }
}
"""

NGINX_421 = NGINX_444.replace("return 444", "return 421")

HAPROXY = """\
frontend web
    bind :80
    http-request deny deny_status 403 unless { hdr(host) -i localhost }
    default_backend app
backend app
    server one 127.0.0.1:3000
"""

# What Django answers where DEBUG is on and the name is not among ALLOWED_HOSTS, and where it is; its settings beside it.
ALLOWED_HOSTS = """\
import http.server, runpy

ALLOWED = runpy.run_path("settings.py")["ALLOWED_HOSTS"]

class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        host = self.headers.get("Host", "").rpartition(":")[0]
        allowed = host in ALLOWED
        self.send_response(200 if allowed else 400)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"hello" if allowed else b"<title>DisallowedHost\\n          at /</title>")

http.server.ThreadingHTTPServer(("0.0.0.0", 8080), Site).serve_forever()
"""

REFUSES_ALL = """\
server {
    listen 80;
    location / { deny all; }
}
"""


def _expected(certainty: str) -> Expected:
    return Expected(verdict="host-header-rejected", certainty=certainty)


SCENARIO = behind("nginx-444", nginx(NGINX_444), node_ws(), both_ends=_expected("proven"))

VARIANTS = (
    behind(
        "nginx-421",
        nginx(NGINX_421),
        http_server("127.0.0.1", 3000),
        target="http://10.20.0.5/",
        both_ends=_expected("proven"),
        client_alone=_expected("likely"),
    ),
    Scenario(
        name="nginx-other-name",
        hosts=(
            client(files={"hosts": "127.0.0.1 localhost\n10.20.0.5 shop.example\n"}),
            router(),
            server(daemons=(http_server("127.0.0.1", 3000), nginx(NGINX_444.replace("return 444", "return 403")))),
        ),
        target="http://shop.example/",
        both_ends=_expected("proven"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    behind(
        "haproxy-403", haproxy(HAPROXY), node_ws(), both_ends=_expected("likely"), client_alone=_expected("likely")
    ),
    # From the client alone: what its hosts file also calls the address is a name worth a try.
    Scenario(
        name="known-by-another-name",
        hosts=(
            client(files={"hosts": "127.0.0.1 localhost\n10.20.0.5 old.example new.example\n"}),
            router(),
            server(
                daemons=(node_ws(), nginx(NGINX_444.replace("chat.example", "new.example"))), packages=("node-ws",)
            ),
        ),
        target="ws://old.example/",
        both_ends=_expected("proven"),
        client_alone=_expected("likely"),
    ),
    behind(
        "allowed-hosts",
        Daemon(
            argv=("{python}", "serve.py"),
            files={
                "serve.py": ALLOWED_HOSTS,
                "settings.py": "DEBUG = True\nALLOWED_HOSTS = ['localhost', '127.0.0.1']\n",
            },
            ready="tcp:8080",
        ),
        target="http://10.20.0.5:8080/",
        both_ends=_expected("proven"),
        client_alone=_expected("proven"),
    ),
)

NEAR_MISSES = (
    behind(
        "nginx-refuses-all",
        nginx(REFUSES_ALL),
        target="http://10.20.0.5/",
        both_ends=Expected(verdict="", outcome="connected"),
        client_alone=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="host-header-rejected",
    title=say("The server does not answer under the host name that was dialled"),
    symptoms=frozenset({Symptom.REJECTED, Symptom.PROTOCOL_MISMATCH, Symptom.CLOSED, Symptom.RESET}),
    look_alikes=frozenset({"gateway-has-no-backend", "server-closes-at-once"}),
    needs=(*WHO_ANSWERED, *on_client(OtherHosts), *on_server(HostList, ServerProgram)),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"server-closes-at-once", "server-crashes-on-request"}),
)
