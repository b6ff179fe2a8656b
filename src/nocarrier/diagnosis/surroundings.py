"""Where a message was printed, as far as its words tell: in a container, on a phone, by a program that fetches from the internet.

Words are looked for, and no pattern is compiled: this is loaded for every message that is explained.
"""

from __future__ import annotations

CONTAINER_WORDS = frozenset({"docker", "container", "containers", "kubelet", "pod", "pods", "compose", "dockergen"})
CONTAINER_PARTS = ("/app/", "/usr/src/app", "host.docker.internal", "/var/www/html/")
"Folders in which most images keep their program, and a name that only containers know."
DEVICE_WORDS = frozenset(
    {"flutter", "emulator", "reactnativejs", "xamarin", "maui", "android", "adb", "expo", "okhttp3", "okhttp"}
)
DEVICE_PARTS = ("os error: ", "reactnative", "[dotnet] ")
"Dart's way to print an error: most of its programs are apps."
STORE_PARTS = (
    "sqlstate", "pdoexception", "redis", "mongo", "mysql", "postgres", "psql", "rabbitmq", "amqp", "kafka", "elastic", "memcache",
    "zookeeper",
)  # fmt: skip
"Services that a developer runs in a container beside the program that dials them."
WINDOWS_PARTS = (
    "10061",
    "wsaeconn",
    "actively refused",
    "积极拒绝",
    "積極拒絕",
    "拒绝，无法连接",
    "aktiv verweiger",
    "компьютер отверг",
    "expressément refus",
    "denegó expresamente",
    "拒否されました",
    "winerror",
    "0x8007",
)
"Winsock's numbers and names, and what Windows says of a port that refuses."
MAIL_PARTS = ("mailer", "smtp", "nodemailer", "actionmail", "javamail")
BROWSER_PARTS = (
    "websocket connection to ",
    "failed to load resource",
    " establish a connection to the server at ",
    "net::err_",
    "err_connection_",
)
DRIVEN_PARTS = (
    " at http", " at ws", "puppeteer", "playwright", "page.goto", "navigate (", "framemanager", "selenium", "webdriver", "cypress", "simpleurlloader", "chrome_1",
    "android", "cordova", "capacitor", "ionic",
)  # fmt: skip
"Of browsers that a program drives, which may run anywhere, and of views on a phone."
FETCHING_WORDS = frozenset({
    "npm", "yarn", "pnpm", "pip", "conda", "git", "apt", "cargo", "gem", "dnf", "yum", "composer", "gradle", "maven", "maven2", "go",
    "helm", "nuget", "bundler", "brew",
})  # fmt: skip
FETCHING_PARTS = (
    "pypi", "simple/", "github", "gitlab.com", "docker.io", "debian", "ubuntu", "repo.", "repo1.", "crates.io", "packagist", "getcomposer", "youtube_dl", "yt_dlp", "yt-dlp", "rubygems",
    "proxy.golang", "huggingface", "mirror", "fedora", "centos", "anaconda", "google", "amazonaws", "openai", "registry", "telegram",
    "apple.com", "chromium", "puppeteer", "playwright", "discord.com", "discordapp", "binance", "freqtrade", "ccxt", "in the cached path", "cpan.org", "cran.", "hex.pm", "download failed", "failed to download", "microsoft.com", "microsoftonline", "quay.io", "gcr.io", "k8s.io", "maven", "gradle.org", "nodejs.org/d", "npmjs", "deno.land", "jsr.io", "unpkg.com", "jsdelivr",
    "powershellgallery", "pub.dev", "jitpack", "mojang", "steampowered", "service index for source", "http 000", "epicgames", "unity3d", "jetbrains.com",
)  # fmt: skip
"What fetches from the internet, or is there for everybody: it is seldom down, and the way to it is often barred."
RENTED = (".amazonaws.com", ".cloudapp.azure.com", ".cloudapp.net", ".googleusercontent.com")
"Domains in which clouds give names to machines that their customers rent; of Amazon's, those with ``compute`` in them."
NO_TOOLS = (".go:", "docker.errors.")
"A file of source, and the module of a library."
_APART = {ord(letter): " " for letter in "!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~\n\t"}


def _words(lower: str) -> frozenset[str]:
    return frozenset(lower.translate(_APART).split())


def _holds(text: str, words: frozenset[str], parts: tuple[str, ...]) -> bool:
    lower = text.lower()
    for piece in NO_TOOLS:
        lower = lower.replace(piece, " ")
    return any(part in lower for part in parts) or not words.isdisjoint(_words(lower))


def in_a_container(text: str) -> bool:
    """A prefix of docker compose, a client of a bridge, or words of containers."""
    return (
        _holds(text, CONTAINER_WORDS, CONTAINER_PARTS) or _of_a_bridge(text) or any(map(_prefixed, text.split("\n")))
    )


def _prefixed(line: str) -> bool:
    """``web-1  | connect …``: how docker compose prints the lines of several containers."""
    name, bar, _ = line.partition(" | ")
    name = name.rstrip()
    return (
        bool(bar)
        and 0 < len(name) < 64
        and name[0].isalnum()
        and name.replace("-", "").replace("_", "").replace(".", "").isalnum()
    )


def _of_a_bridge(text: str) -> bool:
    """The address of a client in a block that Docker takes for its bridges (172.16.0.0/12)."""
    second = text.partition("client: 172.")[2].partition(".")[0]
    return second.isdigit() and 16 <= int(second) < 32


def on_a_device(text: str) -> bool:
    """On a phone, or on an emulator of one."""
    return _holds(text, DEVICE_WORDS, DEVICE_PARTS)


def on_windows(text: str) -> bool:
    """By the number or the name of an error of Winsock's, or by its words for one that was refused."""
    lower = text.lower()
    return any(part in lower for part in WINDOWS_PARTS)


def sends_mail(text: str) -> bool:
    """By a program that hands mail to a server."""
    lower = text.lower()
    return any(part in lower for part in MAIL_PARTS)


def in_a_browser(text: str) -> bool:
    """On a page that a person looks at: no container, and no program that drives a browser."""
    lower = text.lower()
    return any(part in lower for part in BROWSER_PARTS) and not any(part in lower for part in DRIVEN_PARTS)


def of_a_store(text: str) -> bool:
    """Of a database, a queue or a cache."""
    lower = text.lower()
    return any(part in lower for part in STORE_PARTS)


def fetching(text: str) -> bool:
    """Of what is on the internet for everybody."""
    return _holds(text, FETCHING_WORDS, FETCHING_PARTS)


def rented(host: str) -> bool:
    """The name of a machine of a cloud."""
    return host.endswith(RENTED) and (not host.endswith(".amazonaws.com") or "compute" in host)
