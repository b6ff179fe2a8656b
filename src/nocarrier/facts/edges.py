"""The edges of content delivery networks, accelerators and hosting platforms, as data: how their addresses are known, and
which ports they forward.

An edge stands in front of the server that is meant (the origin) and forwards HTTP on a few ports. What is dialled on any
other port never comes to the origin, whatever runs there.

Sources: each provider's own page on ports (`documented`), on its ranges (`lists`), on the headers that it adds. The
ranges themselves stand in ``edge_ranges/SLUG.txt``, with their date.
"""

from __future__ import annotations

from nocarrier.model.annotations import Literal
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record

Ports = Literal["fixed", "extendable", "chosen"]
"""``fixed``: these ports, whoever the customer is · ``extendable``: these, and others for customers who ordered more ·
``chosen``: those that the customer chose."""

Kind = Literal["network", "accelerator", "platform"]
"""A content delivery network · an accelerator or load balancer · the router of a hosting platform."""


class Provider(Record, kw_only=True):
    """One provider and its edges.

    ``http`` and ``https`` are the ports that carry each. ``other`` names its product that forwards any port, or is
    empty. ``names`` are the domains of the names of its edges, ``words`` the headers that its edges add: (name, beginning
    of the value), in lower case, an empty value for any. ``forward`` says how a port of the origin is reached through
    it, ``bypass`` how a name goes past it, ``websocket`` how WebSocket is switched on (None: it needs no switch).
    ``lists`` are (address, form) of the lists that it publishes, see `readings.published_ranges`. ``ended``: the month
    since which its edges are gone.
    """

    slug: str
    label: str
    kind: Kind = "network"
    http: tuple[int, ...] = (80,)
    https: tuple[int, ...] = (443,)
    ports: Ports = "extendable"
    other: str = ""
    names: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    forward: Prose | None = None
    bypass: Prose | None = None
    websocket: Prose | None = None
    documented: str = ""
    lists: tuple[tuple[str, str], ...] = ()
    ended: str = ""

    @property
    def forwarded(self) -> tuple[int, ...]:
        """Every port that its edges forward, HTTP first."""
        return (*self.http, *(port for port in self.https if port not in self.http))

    def serves(self, name: str) -> bool:
        """Whether this is the name of one of its edges (a domain name, with or without its final dot)."""
        bare = name.lower().rstrip(".")
        return any(bare == domain or bare.endswith(f".{domain}") for domain in self.names)


CLOUDFLARE = Provider(
    slug="cloudflare",
    label="Cloudflare",
    http=(80, 8080, 8880, 2052, 2082, 2086, 2095),
    https=(443, 2053, 2083, 2087, 2096, 8443),
    ports="extendable",
    other="Spectrum",
    names=("cdn.cloudflare.net", "cloudflare.net", "workers.dev", "pages.dev"),
    words=(("server", "cloudflare"), ("cf-ray", "")),
    forward=say(
        "Cloudflare passes it on to the same port of the server; Rules > Origin Rules > destination port sends it to"
        " {port}."
    ),
    bypass=say(
        'In the dashboard, DNS > Records: set the record of {name} to "DNS only" (the grey cloud), or make a second name'
        " that is so."
    ),
    websocket=say("In the dashboard: Network > WebSockets."),
    documented="https://developers.cloudflare.com/fundamentals/reference/network-ports/",
    lists=(("https://www.cloudflare.com/ips-v4", "lines"), ("https://www.cloudflare.com/ips-v6", "lines")),
)

CLOUDFRONT = Provider(
    slug="cloudfront",
    label="Amazon CloudFront",
    ports="fixed",
    names=("cloudfront.net",),
    words=(("server", "cloudfront"), ("x-amz-cf-id", ""), ("x-amz-cf-pop", "")),
    forward=say(
        "In the distribution, give its origin the HTTP port or HTTPS port {port}, and the behaviour an origin request"
        " policy that passes all viewer headers on."
    ),
    documented="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-working-with.websockets.html",
    lists=(("https://ip-ranges.amazonaws.com/ip-ranges.json", "aws:CLOUDFRONT"),),
)

GLOBAL_ACCELERATOR = Provider(
    slug="global-accelerator",
    label="AWS Global Accelerator",
    kind="accelerator",
    http=(),
    https=(),
    ports="chosen",
    names=("awsglobalaccelerator.com",),
    forward=say("Add a listener for TCP port {port} to the accelerator, with the server in its endpoint group."),
    documented="https://docs.aws.amazon.com/global-accelerator/latest/dg/about-listeners.html",
    lists=(("https://ip-ranges.amazonaws.com/ip-ranges.json", "aws:GLOBALACCELERATOR"),),
)

FASTLY = Provider(
    slug="fastly",
    label="Fastly",
    ports="fixed",
    names=("fastly.net", "fastlylb.net"),
    words=(("x-fastly-request-id", ""), ("x-served-by", "cache-")),
    forward=say("In the service: Origins > Hosts > the host > port {port}."),
    websocket=say("WebSockets are a product of their own there: it is enabled for the service, and ordered first."),
    documented="https://docs.fastly.com/products/websockets",
    lists=(("https://api.fastly.com/public-ip-list", "fastly"),),
)

AKAMAI = Provider(
    slug="akamai",
    label="Akamai",
    names=(
        "edgekey.net",
        "edgesuite.net",
        "akamaiedge.net",
        "akamai.net",
        "akamaized.net",
        "akamaihd.net",
        "edgekey-staging.net",
        "edgesuite-staging.net",
    ),
    words=(("server", "akamai"), ("x-akamai-request-id", "")),
    forward=say("In the property: Origin Server > Ports, {port}."),
    websocket=say("In the property: the behaviour WebSockets, where the contract has it."),
    documented="https://techdocs.akamai.com/property-mgr/docs/origin-server",
)

FRONT_DOOR = Provider(
    slug="azure-front-door",
    label="Azure Front Door",
    ports="fixed",
    names=("azurefd.net", "azureedge.net", "t-msedge.net"),
    words=(("x-azure-ref", ""),),
    forward=say("In the profile: Origin groups > the origin > HTTP port or HTTPS port {port}."),
    websocket=say("A route with caching enabled does not pass WebSocket on: disable caching for it."),
    documented="https://learn.microsoft.com/azure/frontdoor/standard-premium/websocket",
)

GOOGLE = Provider(
    slug="google",
    label="Google Cloud Load Balancing",
    kind="accelerator",
    http=(),
    https=(),
    ports="chosen",
    words=(("via", "1.1 google"),),
    forward=say("Add a forwarding rule for port {port} to the load balancer's address."),
    documented="https://cloud.google.com/load-balancing/docs/forwarding-rule-concepts",
    lists=(("https://www.gstatic.com/ipranges/cloud.json", "google:global"),),
)

ALIBABA = Provider(
    slug="alibaba",
    label="Alibaba Cloud CDN",
    other="ESA TCP/UDP acceleration",
    names=(
        *(
            f"kunlun{end}.com"
            for end in [
                "aq",
                "ar",
                "ca",
                "can",
                "ea",
                "gem",
                "gr",
                "huf",
                "le",
                "li",
                "no",
                "pi",
                "ra",
                "sa",
                "sc",
                "sl",
                "so",
                "ta",
                "vi",
                "we",
            ]
        ),
        "alikunlun.com",
        "alikunlun.net",
        "cdngslb.com",
        "tbcache.com",
    ),
    words=(("eagleid", ""), ("x-swift-cachetime", "")),
    forward=say("In the console: Domain Names > the domain > Basics > origin > port {port}."),
    websocket=say("Only its DCDN and ESA carry WebSocket, where it is switched on for the domain; its CDN does not."),
    documented="https://www.alibabacloud.com/help/en/cdn/",
)

TENCENT = Provider(
    slug="tencent",
    label="Tencent EdgeOne / CDN",
    other="EdgeOne's L4 proxy",
    names=(
        "cdn.dnsv1.com",
        "cdn.dnsv1.com.cn",
        "dsa.dnsv1.com",
        "dsa.dnsv1.com.cn",
        "tdnsv5.com",
        *(f"eo.dnse{number}.com" for number in range(6)),
    ),
    words=(("server", "tencentedgeone"), ("eo-log-uuid", ""), ("x-nws-log-uuid", "")),
    forward=say("In the console: the domain > origin settings > origin port {port}."),
    websocket=say("In EdgeOne's console: Site Acceleration > Network Optimization > WebSocket."),
    documented="https://www.tencentcloud.com/document/product/1145",
)

BUNNY = Provider(
    slug="bunny",
    label="bunny.net",
    ports="fixed",
    names=("b-cdn.net",),
    words=(("server", "bunnycdn"), ("cdn-pullzone", "")),
    forward=say("In the pull zone: the origin URL with port {port}."),
    websocket=say("In the pull zone: General > WebSockets."),
    documented="https://docs.bunny.net/",
    lists=(
        ("https://api.bunny.net/system/edgeserverlist/plain", "lines"),
        ("https://api.bunny.net/system/edgeserverlist/ipv6/plain", "lines"),
    ),
)

KEYCDN = Provider(
    slug="keycdn",
    label="KeyCDN",
    ports="fixed",
    names=("kxcdn.com",),
    words=(("server", "keycdn"),),
    forward=say("In the zone: the origin URL with port {port}."),
    documented="https://www.keycdn.com/support",
)

SUCURI = Provider(
    slug="sucuri",
    label="Sucuri",
    names=("sucuri.net", "sucuridns.com"),
    words=(("server", "sucuri"), ("x-sucuri-id", "")),
    websocket=say("Its support switches WebSocket on for the site."),
    documented="https://docs.sucuri.net/website-firewall/sucuri-firewall-troubleshooting-guide/",
)

IMPERVA = Provider(
    slug="imperva",
    label="Imperva",
    other="its protection of single addresses (IP Protection)",
    names=("incapdns.net", "impervadns.net"),
    words=(("x-iinfo", ""), ("x-cdn", "imperva"), ("x-cdn", "incapsula")),
    documented="https://docs.imperva.com/",
    lists=(("https://my.imperva.com/api/integration/v1/ips", "imperva"),),
)

_BY_NAME: tuple[Provider, ...] = (
    Provider(slug="cdn77", label="CDN77", names=("cdn77.org", "cdn77.net"), words=(("server", "cdn77"),)),
    Provider(
        slug="gcore",
        label="Gcore",
        names=("gcdn.co",),
        lists=(("https://api.gcore.com/cdn/public-net-list", "gcore"),),
    ),
    Provider(slug="cachefly", label="CacheFly", names=("cachefly.net",), words=(("server", "cfs "),)),
    Provider(slug="huawei", label="Huawei Cloud CDN", names=tuple(f"cdnhwc{number}.com" for number in range(1, 10))),
    Provider(
        slug="wangsu",
        label="Wangsu / CDNetworks",
        names=("wscdns.com", "lxdns.com", "wsdvs.com", "wsglb0.com", "cdn20.com", "cdngc.net", "cdnga.net"),
    ),
    Provider(slug="baidu", label="Baidu AI Cloud CDN", names=("jomodns.com", "bdydns.com", "yunjiasu-cdn.net")),
    Provider(slug="qiniu", label="Qiniu", names=("qiniudns.com",)),
    Provider(slug="upyun", label="Upyun", names=("aicdn.com",)),
    Provider(
        slug="stackpath",
        label="StackPath",
        names=("stackpathdns.com", "stackpathcdn.com", "hwcdn.net"),
        ended="2024-06",
    ),
    Provider(
        slug="edgio",
        label="Edgio",
        names=("edgecastcdn.net", "edgio.net", "systemcdn.net", "llnwd.net", "llnwi.net"),
        ended="2025-01",
    ),
)
"Known by their names, and by little else."


def _platform(slug: str, label: str, names: tuple[str, ...], words: tuple[tuple[str, str], ...] = ()) -> Provider:
    return Provider(slug=slug, label=label, kind="platform", ports="fixed", names=names, words=words)


PLATFORMS: tuple[Provider, ...] = (
    _platform("heroku", "Heroku", ("herokuapp.com", "herokudns.com"), (("server", "heroku"), ("via", "1.1 heroku"))),
    _platform("vercel", "Vercel", ("vercel.app", "vercel-dns.com"), (("server", "vercel"), ("x-vercel-id", ""))),
    _platform("netlify", "Netlify", ("netlify.app",), (("server", "netlify"), ("x-nf-request-id", ""))),
    _platform("render", "Render", ("onrender.com",), (("x-render-origin-server", ""),)),
    _platform("github-pages", "GitHub Pages", ("github.io",), (("server", "github.com"),)),
    _platform("azure-app-service", "Azure App Service", ("azurewebsites.net",)),
    _platform("cloud-run", "Google Cloud Run", ("run.app",)),
)

PROVIDERS: tuple[Provider, ...] = (
    CLOUDFLARE, CLOUDFRONT, GLOBAL_ACCELERATOR, FASTLY, AKAMAI, FRONT_DOOR, GOOGLE, ALIBABA, TENCENT, BUNNY, KEYCDN,
    SUCURI, IMPERVA, *_BY_NAME, *PLATFORMS,
)  # fmt: skip


def provider(slug: str) -> Provider | None:
    """One provider by its slug."""
    return next((one for one in PROVIDERS if one.slug == slug), None)


def by_name(name: str) -> Provider | None:
    """The provider of whose edge this is a name."""
    return next((one for one in PROVIDERS if one.serves(name)), None)


def by_words(headers: dict[str, str]) -> Provider | None:
    """The provider whose edge adds such headers (names in lower case).

    A server behind an edge, or one that passes another's answer on, may carry them too: they tell who took part.
    """
    for one in PROVIDERS:
        for header, value in one.words:
            if header in headers and headers[header].lower().startswith(value):
                return one
    return None


def by_signature(headers: dict[str, str]) -> Provider | None:
    """The provider whose edge calls itself so in ``server``, which names the program that answers (RFC 9110, 10.2.4)."""
    return by_words({"server": headers["server"]}) if headers.get("server") else None
