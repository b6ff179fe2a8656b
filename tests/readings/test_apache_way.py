"""Apache: sections and conditions, virtual hosts, rewrites and ProxyPass."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nocarrier.facts.front import Way
from nocarrier.readings.apache_conf import effective, environment, parse
from nocarrier.readings.apache_way import way
from nocarrier.readings.matching import Request

TYPICAL = """\
ServerRoot "/etc/apache2"
Define APP 127.0.0.1:3000
LoadModule proxy_module modules/mod_proxy.so
Listen 80
Listen 8080
ErrorLog ${APACHE_LOG_DIR}/error.log
<IfModule mod_ssl.c>
  Listen 443
</IfModule>
<IfModule proxy_module>
  <Proxy "balancer://rooms">
    BalancerMember http://10.0.0.2:9000 upgrade=websocket
    BalancerMember http://10.0.0.3:9000
  </Proxy>
</IfModule>
<VirtualHost *:80>
  ServerName first.example
  <Location "/private">
    Require all denied
  </Location>
  ProxyPass /plain http://${APP}/
</VirtualHost>
<VirtualHost *:80>
  ServerName chat.example
  ServerAlias *.chat.example
  ProxyPreserveHost On
  RewriteEngine On
  RewriteCond %{HTTP:Upgrade} =websocket [NC]
  RewriteCond %{REQUEST_URI} ^/live [OR]
  RewriteCond %{REQUEST_URI} ^/stream
  RewriteRule ^/(.*)$ ws://127.0.0.1:7000/$1 [P,L]
  RewriteRule ^/gone - [R=410]
  ProxyPass /none !
  ProxyPass /new http://127.0.0.1:3001/base \\
      upgrade=websocket
  ProxyPass /rooms balancer://rooms
  <Location /inner>
    ProxyPass http://127.0.0.1:3002/x
  </Location>
  ProxyPass / http://${APP}/
</VirtualHost>
"""


def go(target: str, host: str = "chat.example") -> Way:
    tree = effective(parse(TYPICAL, "a.conf"), {"APACHE_LOG_DIR": "/var/log/apache2"})
    request = Request(address="10.0.0.1", port=80, named=host, target=target, upgrade="websocket")
    found = way(tree, request)
    assert found is not None
    return found


def test_a_plain_proxy_pass_strips() -> None:
    found = go("/a/b?c=1")
    assert (found.upgrade, found.named) == ("stripped", True)
    (backend,) = found.backends
    assert (backend.host, backend.port, backend.path, backend.named) == (
        "127.0.0.1",
        3000,
        "/a/b?c=1",
        "chat.example",
    )
    assert found.proxy is not None
    assert (found.proxy.line, found.proxy.text) == (40, "ProxyPass / http://${APP}/")
    assert found.error_log == "/var/log/apache2/error.log"


def test_what_passes_it() -> None:
    assert go("/new/x").upgrade == "passed"
    assert go("/new/x").backends[0].path == "/base/x"
    live = go("/stream/9")
    assert (live.upgrade, live.backends[0].port, live.backends[0].path) == ("passed", 7000, "/stream/9")


def test_every_member_has_to_pass_it() -> None:
    found = go("/rooms")
    assert [one.host for one in found.backends] == ["10.0.0.2", "10.0.0.3"]
    assert found.upgrade == "stripped"


def test_a_location_before_what_stands_outside() -> None:
    found = go("/inner/y")
    assert (found.backends[0].port, found.backends[0].path) == (3002, "/x/y")
    assert go("/none").backends == ()


def test_answers_of_its_own() -> None:
    assert go("/gone").status == 410
    assert go("/private/x", host="first.example").status == 403


def test_without_the_name_the_first_has_it() -> None:
    found = go("/plain", host="10.0.0.1")
    assert not found.named
    assert found.names == ("first.example", "chat.example")
    assert found.backends[0].named == "127.0.0.1:3000"


def test_modules_that_are_not_there() -> None:
    tree = effective(parse(TYPICAL), {})
    assert [one.args for one in tree if one.name == "listen"] == [("80",), ("8080",)]
    assert way(tree, Request(address="10.0.0.1", port=443, named="x")) is None


def test_environment_of_debian() -> None:
    text = "export APACHE_LOG_DIR=/var/log/apache2$SUFFIX\nAPACHE_RUN_USER='www-data'\nif [ x ]; then\n"
    assert environment(text) == {"APACHE_LOG_DIR": "/var/log/apache2", "APACHE_RUN_USER": "www-data"}


words = st.sampled_from([
    "<VirtualHost *:80>\n", "</VirtualHost>\n", "<Location /", ">\n", "ProxyPass ", "/ ", "http://a:b/ ", "ws://", "\n",
    "RewriteEngine On\n", "RewriteRule ", "((( ", "[P]", "%{HTTP:Upgrade} ", "RewriteCond ", "balancer://x ", "\\\n", '"',
    "<IfModule !x>\n", "Listen 80\n", "Define A ${A}\n", "$1", "<Proxy balancer://x>\n", "BalancerMember unix:/a|b\n",
])  # fmt: skip


@given(st.lists(words, max_size=50).map("".join) | st.text(max_size=200))
def test_nothing_breaks_it(text: str) -> None:
    way(effective(parse(text), {}), Request(address="10.0.0.1", port=80, named="x", target="/a"))
