"""A login page answers in place of every server

What it is
----------
The network lets nobody through who has not logged in: a hotel, a train, a guest network. Until then it answers in place of
every server, with a redirect to its login page, or gives every name the address of that page.

What you see
------------
"Unexpected response code: 302" of a WebSocket, a page that nobody asked for, a certificate for another name, "511 Network
Authentication Required". Everything else in this network fails, too.

How it is told apart
--------------------
An address that nobody has (192.0.2.1, RFC 5737) and a name that cannot exist are asked as well: where they lead to the same
page as the target, whoever answers stands in the way of everything. A server's own redirect leads there alone.

What to do
----------
Open the login page in a browser, and log in. A program that cannot do that needs another network, or its device to be
admitted by the network's owner.
"""

from __future__ import annotations

from nocarrier.causes._name_lab import SHOP, asking, nameserver, shop
from nocarrier.facts.exchange import Exchange
from nocarrier.facts.portal import LOGIN_REQUIRED, Portal
from nocarrier.model.evidence import Case, Evidence
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Decider,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    Symptom,
    on_client,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Host, Scenario, python_server, router, server
from nocarrier.model.shell import quoted


def judge(case: Case) -> Judgement:
    """What no server can answer was answered, and as the target was."""
    portal, exchange = case.seen(Portal), case.seen(Exchange)
    if portal is None or exchange is None:
        return Silent()
    http = exchange.facts.http
    if portal.facts.answered is None:
        if http is not None and http.status == LOGIN_REQUIRED:
            return _told(case, portal, exchange)
        return RuledOut((portal,), say("nobody answers in place of every server"))
    return Found(
        certainty=Certainty.PROVEN,
        summary=_summary(case, portal.facts),
        because=(exchange, portal),
        fixes=(_log_in(portal.facts),),
    )


def _told(case: Case, portal: Evidence[Portal], exchange: Evidence[Exchange]) -> Judgement:
    """Status 511 is for networks only; that nothing else is answered so speaks against one."""
    return Found(
        certainty=Certainty.LIKELY,
        summary=say(
            "The network wants a login first (511), or the server at {there} says so.", there=exchange.facts.address
        ),
        because=(exchange, portal),
        fixes=(_log_in(portal.facts),),
        decided_by=(
            Decider(
                question=say("Does every other target answer so, too?"),
                command="curl -si http://192.0.2.1/ | head",
            ),
        ),
    )


def _summary(case: Case, portal: Portal) -> Prose:
    control = portal.answered
    assert control is not None
    page = portal.login or (f"http://{control.leads_to}/" if control.leads_to else "")
    if not page:
        return say(
            "This network answers in place of every server and wants a login first: so does {name}, which nobody has.",
            name=control.name,
        )
    return say(
        "This network answers in place of every server with its login page, {page}: {name}, which nobody has, leads there,"
        " too.",
        page=page,
        name=control.name,
    )


def _log_in(portal: Portal) -> Fix:
    control = portal.answered
    page = portal.login or (f"http://{control.leads_to}/" if control is not None and control.leads_to else "")
    return Fix(
        where="client",
        text=say("Open the login page in a browser and log in:"),
        commands=(f"xdg-open {quoted(page or portal.announced or 'http://192.0.2.1/')}",),
    )


_NGINX = """
daemon off;
pid {dir}/nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path {dir}/body;
  proxy_temp_path {dir}/proxy;
  fastcgi_temp_path {dir}/fastcgi;
  uwsgi_temp_path {dir}/uwsgi;
  scgi_temp_path {dir}/scgi;
  server {
    listen 10.10.0.1:8000;
    listen 10.10.0.1:8080;
    listen 10.10.0.1:80;
    return 302 http://login.guest.example:8000/welcome?from=$remote_addr;
  }
}
"""
_PORTAL = Daemon(
    argv=("nginx", "-c", "{dir}/nginx.conf", "-e", "stderr"),
    files={"nginx.conf": _NGINX},
    ready="tcp:10.10.0.1:8000",
    package="nginx-light",
)
_TAKES_ALL = (
    "table ip portal {\nchain in {\ntype nat hook prerouting priority -100\n"
    'iifname "eth0" tcp dport { 80, 8080 } dnat to 10.10.0.1:8000\n}\n}\n'
)
"What has not logged in goes to the portal, wherever it was sent."
_PROVEN = Expected(verdict="captive-portal", certainty="proven")


def _guest(
    name: str, target: str, *, nft: str = _TAKES_ALL, records: str = SHOP, domain: str = "example"
) -> Scenario:
    return Scenario(
        name=name,
        hosts=(
            asking(),
            router(nft=nft, daemons=(nameserver(records, domain=domain), _PORTAL)),
            shop(),
        ),
        target=target,
        client_alone=_PROVEN,
    )


SCENARIO = _guest("every-address", "http://shop.example:8080")

VARIANTS = (
    _guest("a-websocket", "ws://shop.example:8080/chat"),
    _guest("every-name", "http://shop.example:8080", nft="", records="--address=/#/10.10.0.1", domain="local"),
)

_REDIRECTS = """
import http.server
class Moved(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(302)
        self.send_header("Location", "http://new.place.test/")
        self.send_header("Content-Length", "0")
        self.end_headers()
http.server.ThreadingHTTPServer(("0.0.0.0", 8080), Moved).serve_forever()
"""


def _moved() -> Host:
    return server(daemons=(python_server(_REDIRECTS),))


NEAR_MISSES = (
    Scenario(
        name="a-server-that-has-moved",
        hosts=(asking(), router(daemons=(nameserver(SHOP),)), _moved()),
        target="http://shop.example:8080",
        client_alone=Expected(verdict="", outcome="connected"),
    ),
    Scenario(
        name="a-websocket-that-has-moved",
        hosts=(asking(), router(daemons=(nameserver(SHOP),)), _moved()),
        target="ws://shop.example:8080/chat",
        client_alone=Expected(verdict="redirected", certainty="likely"),
    ),
)

CAUSE = Cause(
    slug="captive-portal",
    title=say("A login page answers in place of every server"),
    symptoms=frozenset({Symptom.REJECTED, Symptom.PROTOCOL_MISMATCH, Symptom.TLS_FAILED}),
    look_alikes=frozenset({"local-redirect", "proxy-requires-auth"}),
    needs=on_client(Portal),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
    yields_to=frozenset({"local-redirect"}),
    misdirects=True,
)
