"""Programs and services that stand between a client and a server, and how their answers give them away. Data only.

Every mark is plain text that occurs in a header or in the beginning of a body, in lower case: such texts are constants
in those programs' sources and published error pages, and matching them costs nothing.
"""

from __future__ import annotations

from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record


class Mark(Record):
    """``text`` stands in the header named ``place`` (``body``: in the body; empty: any value will do).

    ``says`` is what the answer then says of the request (see `WORDS`), and that it is this program's own answer and
    not one that it passed on; ``own`` alone says only the latter. ``status``: it counts with this status only.
    """

    place: str
    text: str = ""
    says: str = ""
    own: bool = False
    status: int = 0


class Intermediary(Record, kw_only=True):
    """One product. ``role``: ``edge`` of a network, ``gateway`` (reverse proxy or load balancer), forward ``proxy``,
    or ``application`` (what is meant to answer). ``serves``: a gateway that often is the web server itself as well."""

    slug: str
    label: str
    role: str
    marks: tuple[Mark, ...]
    serves: bool = False


WORDS: dict[str, Prose] = {
    "backend-refused": say("its back end takes no connection"),
    "backend-silent": say("its back end did not answer in time"),
    "backend-broken": say("what its back end answered is no answer, or only a part of one"),
    "backend-missing": say("it has no back end that it thinks alive"),
    "backend-unnamed": say("the name of its back end does not resolve"),
    "backend-full": say("its back end has as many requests as it may have at once"),
    "backend-failing": say("its back end failed, and it does not say how"),
    "host-unknown": say("it does not serve the host name that was asked for"),
    "rate-limited": say("too many requests"),
    "upgrade-missing": say("no request to upgrade to WebSocket reached it"),
    "version-changed": say("the request reached it in another version of HTTP than it was sent in"),
    "forbidden": say("its rules forbid the request"),
    "route-unknown": say("none of its routes takes the request"),
}
"What an intermediary can say of a request → in words."

BACKEND = frozenset(word for word in WORDS if word.startswith("backend-"))


def _made_from_nginx(name: str) -> tuple[Mark, ...]:
    """The marks of nginx and of what was made from it: its error pages are signed, the header may stay alone where the
    pages are somebody's own. It never says 503 of a back end (src/http/ngx_http_upstream.c: 502 and 504 only)."""
    return (
        Mark("body", f"<center>{name}", "backend-failing", status=502),
        Mark("body", f"<center>{name}", "backend-silent", status=504),
        Mark("body", f"<center>{name}", own=True),
        Mark("server", name, "backend-failing", status=502),
        Mark("server", name, "backend-silent", status=504),
        Mark("server", name),
    )


TABLE: tuple[Intermediary, ...] = (
    Intermediary(
        slug="cloudflare",
        label="Cloudflare",
        role="edge",
        marks=(
            Mark("body", "error code: 1003", "host-unknown"),
            Mark("body", "error code: 1001", "host-unknown"),
            Mark("body", "error code: 1015", "rate-limited"),
            Mark("body", "you are being rate limited", "rate-limited"),
            Mark("body", "521: web server is down", "backend-refused"),
            Mark("body", "error code: 521", "backend-refused"),
            Mark("body", "522: connection timed out", "backend-silent"),
            Mark("body", "error code: 522", "backend-silent"),
            Mark("body", "error code: 523", "backend-refused"),
            Mark("body", "524: a timeout occurred", "backend-silent"),
            Mark("body", "error code: 524", "backend-silent"),
            Mark("body", "error code: 502", "backend-failing"),
            Mark("body", "error code: 504", "backend-silent"),
            Mark("cf-ray", "", "backend-failing", status=520),
            Mark("cf-ray", "", "backend-refused", status=521),
            Mark("cf-ray", "", "backend-silent", status=522),
            Mark("cf-ray", "", "backend-refused", status=523),
            Mark("cf-ray", "", "backend-silent", status=524),
            Mark("cf-ray", "", "backend-broken", status=525),
            Mark("cf-ray", "", "backend-broken", status=526),
            Mark("body", "<center>cloudflare</center>", own=True),
            Mark("cf-ray"),
            Mark("server", "cloudflare"),
        ),
    ),
    Intermediary(
        slug="cloudfront",
        label="Amazon CloudFront",
        role="edge",
        marks=(
            Mark("body", "cloudfront wasn't able to connect to the origin", "backend-refused"),
            Mark("body", "we can't connect to the server for this app or website", "backend-failing"),
            Mark("body", "cloudfront wasn't able to resolve the origin domain name", "backend-unnamed"),
            Mark("body", "cloudfront attempted to establish a connection with the origin", "backend-refused"),
            Mark("body", "generated by cloudfront", own=True),
            Mark("x-cache", "error from cloudfront", own=True, status=502),
            Mark("x-cache", "cloudfront"),
            Mark("x-amz-cf-id"),
            Mark("via", "cloudfront"),
        ),
    ),
    Intermediary(
        slug="fastly",
        label="Fastly",
        role="edge",
        marks=(
            Mark("body", "fastly error: unknown domain", "host-unknown"),
            Mark("x-served-by", "cache-"),
            Mark("x-fastly-request-id"),
        ),
    ),
    Intermediary(
        slug="akamai",
        label="Akamai",
        role="edge",
        marks=(Mark("server", "akamaighost"), Mark("x-akamai-request-id"), Mark("server", "akamainetstorage")),
    ),
    Intermediary(
        slug="alb",
        label="AWS load balancer (ALB)",
        role="gateway",
        marks=(
            Mark("server", "awselb/", "backend-broken", status=502),
            Mark("server", "awselb/", "backend-missing", status=503),
            Mark("server", "awselb/", "backend-silent", status=504),
            Mark("server", "awselb/", own=True),
        ),
    ),
    Intermediary(
        slug="azure-gateway",
        label="Azure Application Gateway",
        role="gateway",
        marks=(
            Mark("body", "microsoft-azure-application-gateway", "backend-failing", status=502),
            Mark("body", "microsoft-azure-application-gateway", "backend-silent", status=504),
            Mark("server", "microsoft-azure-application-gateway", own=True),
        ),
    ),
    Intermediary(
        slug="google",
        label="Google's load balancer",
        role="gateway",
        marks=(
            Mark("body", "the server encountered a temporary error and could not complete your request",
                 "backend-failing", status=502),
            Mark("via", "1.1 google"),
            Mark("server", "google frontend"),
        ),
    ),
    Intermediary(
        slug="envoy",
        label="Envoy",
        role="gateway",
        marks=(
            Mark("body", "upstream connect error or disconnect/reset before headers. reset reason: overflow",
                 "backend-full"),
            Mark("body", "upstream connect error or disconnect/reset before headers. reset reason: connection failure",
                 "backend-refused"),
            Mark("body", "upstream connect error or disconnect/reset before headers. reset reason: remote connection "
                 "failure", "backend-refused"),
            Mark("body", "upstream connect error or disconnect/reset before headers. reset reason: connection timeout",
                 "backend-silent"),
            Mark("body", "upstream connect error or disconnect/reset before headers", "backend-broken"),
            Mark("body", "upstream request timeout", "backend-silent"),
            Mark("body", "no healthy upstream", "backend-missing"),
            Mark("body", "local_rate_limited", "rate-limited"),
            Mark("server", "envoy", "route-unknown", status=404),
            Mark("server", "istio-envoy"),
            Mark("server", "envoy"),
            Mark("x-envoy-upstream-service-time"),
        ),
    ),
    Intermediary(
        slug="haproxy",
        label="HAProxy",
        role="gateway",
        marks=(
            Mark("body", "no server is available to handle this request", "backend-missing"),
            Mark("body", "the server returned an invalid or incomplete response", "backend-broken"),
            Mark("body", "the server didn't respond in time", "backend-silent"),
            Mark("body", "you have sent too many requests in a given amount of time", "rate-limited"),
            Mark("body", "request forbidden by administrative rules", "forbidden"),
            Mark("body", "your browser sent an invalid request", own=True),
        ),
    ),
    Intermediary(
        slug="traefik",
        label="Traefik",
        role="gateway",
        marks=(Mark("body", "no available server", "backend-missing", status=503),),
    ),
    Intermediary(
        slug="ingress-nginx",
        label="Kubernetes ingress",
        role="gateway",
        marks=(Mark("body", "default backend - 404", "route-unknown"),),
    ),
    Intermediary(
        slug="kong",
        label="Kong",
        role="gateway",
        marks=(
            Mark("body", "no route matched with those values", "route-unknown"),
            Mark("body", "failure to get a peer from the ring-balancer", "backend-missing"),
            Mark("body", "an invalid response was received from the upstream server", "backend-failing"),
            Mark("via", "kong/"),
            Mark("server", "kong/"),
        ),
    ),
    Intermediary(
        slug="varnish",
        label="Varnish",
        role="gateway",
        marks=(
            Mark("body", "backend fetch failed", "backend-failing"),
            Mark("body", "guru meditation", own=True),
            Mark("via", "varnish"),
            Mark("x-varnish"),
        ),
    ),
    Intermediary(
        slug="squid",
        label="Squid",
        role="proxy",
        marks=(
            Mark("x-squid-error", "err_connect_fail 110", "backend-silent"),
            Mark("x-squid-error", "err_connect_fail", "backend-refused"),
            Mark("x-squid-error", "err_dns_fail", "backend-unnamed"),
            Mark("x-squid-error", "err_cannot_forward", "backend-missing"),
            Mark("x-squid-error", "err_read_timeout", "backend-silent"),
            Mark("x-squid-error", "err_zero_size_object", "backend-broken"),
            Mark("x-squid-error", "err_invalid_resp", "backend-broken"),
            Mark("x-squid-error", "err_access_denied", "forbidden"),
            Mark("x-squid-error", own=True),
            Mark("server", "squid/"),
            Mark("via", "(squid"),
        ),
    ),
    Intermediary(
        slug="arr",
        label="IIS (Application Request Routing)",
        role="gateway",
        marks=(
            Mark("body", "502 - web server received an invalid response while acting as a gateway", "backend-failing"),
            Mark("body", "iis detailed error - 502.3", "backend-failing"),
            Mark("body", "iis detailed error - 502.5", "backend-missing"),
            Mark("x-powered-by", "arr/"),
        ),
    ),
    Intermediary(
        slug="openresty",
        label="OpenResty",
        role="gateway",
        marks=_made_from_nginx("openresty"),
        serves=True,
    ),
    Intermediary(slug="tengine", label="Tengine", role="gateway", marks=_made_from_nginx("tengine"), serves=True),
    Intermediary(slug="angie", label="Angie", role="gateway", marks=_made_from_nginx("angie"), serves=True),
    Intermediary(slug="nginx", label="nginx", role="gateway", marks=_made_from_nginx("nginx"), serves=True),
    Intermediary(
        slug="apache",
        label="Apache",
        role="gateway",
        marks=(
            Mark("body", "the proxy server received an invalid", "backend-broken"),
            Mark("body", "dns lookup failure for", "backend-unnamed"),
            Mark("body", "the gateway did not receive a timely response", "backend-silent"),
            Mark("body", "the server is temporarily unable to service your", "backend-failing", status=503),
            Mark("body", "the client needs a new connection for this", "host-unknown", status=421),
            Mark("body", "<address>apache/", own=True),
            Mark("server", "apache"),
        ),
        serves=True,
    ),
    Intermediary(
        slug="caddy",
        label="Caddy",
        role="gateway",
        marks=(
            Mark("server", "caddy", "backend-failing", status=502),
            Mark("server", "caddy", "backend-missing", status=503),
            Mark("server", "caddy", "backend-silent", status=504),
            Mark("via", "caddy"),
            Mark("server", "caddy"),
        ),
        serves=True,
    ),
    Intermediary(
        slug="lighttpd",
        label="lighttpd",
        role="gateway",
        marks=(
            Mark("server", "lighttpd", "backend-failing", status=502),
            Mark("server", "lighttpd", "backend-failing", status=503),
            Mark("server", "lighttpd", "backend-silent", status=504),
            Mark("server", "lighttpd"),
        ),
        serves=True,
    ),
    Intermediary(
        slug="iis",
        label="IIS",
        role="application",
        marks=(
            Mark("body", "bad request - invalid hostname", "host-unknown"),
            Mark("body", "http error 503. the service is unavailable", "backend-missing"),
            Mark("server", "microsoft-iis"),
            Mark("server", "microsoft-httpapi"),
        ),
    ),
    Intermediary(
        slug="django",
        label="Django",
        role="application",
        marks=(
            Mark("body", "<title>disallowedhost", "host-unknown"),
            Mark("body", "invalid http_host header", "host-unknown"),
            Mark("body", "<h1>bad request (400)</h1>", own=True),
        ),
    ),
    Intermediary(
        slug="vite",
        label="Vite",
        role="application",
        marks=(
            Mark("body", "blocked request. this host (", "host-unknown"),
            Mark("body", "server.allowedhosts", "host-unknown"),
        ),
    ),
    Intermediary(
        slug="webpack-dev-server",
        label="webpack-dev-server",
        role="application",
        marks=(
            Mark("body", "invalid host/origin header", "host-unknown"),
            Mark("body", "invalid host header", "host-unknown", status=403),
        ),
    ),
    Intermediary(
        slug="starlette",
        label="Starlette",
        role="application",
        marks=(Mark("body", "invalid host header", "host-unknown", status=400),),
    ),
    Intermediary(
        slug="node-http-proxy",
        label="Node's http-proxy",
        role="gateway",
        marks=(
            Mark("body", "error occurred while trying to proxy", "backend-refused"),
            Mark("body", "error occured while trying to proxy", "backend-refused"),
            Mark("body", "proxy error: could not proxy request", "backend-refused"),
        ),
    ),
    Intermediary(
        slug="heroku",
        label="Heroku's router",
        role="edge",
        marks=(Mark("body", "<title>no such app", "host-unknown", status=404), Mark("via", "heroku-router")),
    ),
    Intermediary(
        slug="vercel",
        label="Vercel",
        role="edge",
        marks=(Mark("x-vercel-error", "deployment_not_found", "host-unknown"), Mark("x-vercel-id")),
    ),
    Intermediary(
        slug="github-pages",
        label="GitHub Pages",
        role="edge",
        marks=(Mark("body", "there isn't a github pages site here", "host-unknown"), Mark("server", "github.com")),
    ),
    Intermediary(
        slug="ngrok",
        label="ngrok",
        role="edge",
        marks=(
            Mark("ngrok-error-code", "err_ngrok_3200", "host-unknown"),
            Mark("ngrok-error-code", "err_ngrok_8012", "backend-refused"),
            Mark("ngrok-error-code", own=True),
        ),
    ),
    Intermediary(
        slug="rails",
        label="Rails",
        role="application",
        marks=(
            Mark("body", "<h1>blocked host", "host-unknown"),
            Mark("body", "blocked hosts: ", "host-unknown"),
            Mark("body", "blocked host: ", "host-unknown"),
        ),
    ),
    Intermediary(
        slug="jupyter",
        label="Jupyter",
        role="application",
        marks=(Mark("body", "blocking request with non-local 'host'", "host-unknown"),),
    ),
    Intermediary(
        slug="symfony",
        label="Symfony",
        role="application",
        marks=(Mark("body", "untrusted host \"", "host-unknown"),),
    ),
    Intermediary(
        slug="python-websockets",
        label="Python's websockets",
        role="application",
        marks=(
            Mark("body", "you cannot access a websocket server directly with a browser", "upgrade-missing"),
            Mark("server", "websockets/"),
        ),
    ),
    Intermediary(
        slug="socket-io",
        label="Socket.IO",
        role="application",
        marks=(Mark("body", '{"code":3,"message":"bad request"', "upgrade-missing"),),
    ),
    Intermediary(
        slug="gorilla",
        label="Gorilla WebSocket",
        role="application",
        marks=(Mark("body", "websocket: the client is not using the websocket protocol", "upgrade-missing"),),
    ),
    Intermediary(
        slug="coder-websocket",
        label="coder/websocket",
        role="application",
        marks=(Mark("body", "websocket protocol violation: connection header", "upgrade-missing"),
               Mark("body", "websocket protocol violation: upgrade header", "upgrade-missing")),
    ),
    Intermediary(
        slug="tornado",
        label="Tornado",
        role="application",
        marks=(
            Mark("body", 'can "upgrade" only to "websocket"', "upgrade-missing"),
            Mark("body", '"connection" must be "upgrade"', "upgrade-missing"),
            Mark("server", "tornadoserver/"),
        ),
    ),
    Intermediary(
        slug="aiohttp",
        label="aiohttp",
        role="application",
        marks=(
            Mark("body", "no websocket upgrade hdr", "upgrade-missing"),
            Mark("body", "no connection upgrade hdr", "upgrade-missing"),
            Mark("server", "aiohttp/"),
        ),
    ),
    Intermediary(
        slug="axum",
        label="axum",
        role="application",
        marks=(Mark("body", "header did not include 'upgrade'", "upgrade-missing"),
               Mark("body", "header did not include 'websocket'", "upgrade-missing")),
    ),
    Intermediary(
        slug="autobahn",
        label="Autobahn",
        role="application",
        marks=(Mark("body", "http upgrade header missing", "upgrade-missing"),),
    ),
    Intermediary(
        slug="webman",
        label="webman",
        role="application",
        marks=(Mark("server", "webman"),),
    ),
    Intermediary(
        slug="workerman",
        label="Workerman",
        role="application",
        marks=(
            Mark("body", "this is a websocket service and can not be accessed via http", "upgrade-missing"),
            Mark("server", "workerman"),
        ),
    ),
    Intermediary(
        slug="express",
        label="Express",
        role="application",
        marks=(Mark("x-powered-by", "express"),),
    ),
    Intermediary(
        slug="php",
        label="PHP",
        role="application",
        marks=(Mark("x-powered-by", "php/"),),
    ),
)  # fmt: skip
"The order is that of the reading: what is more particular stands before what was made from it."
