"""Where proxies are set, as machines print it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nocarrier.readings.proxy_places import (
    decode_gsettings,
    decode_internet_settings,
    decode_scutil,
    decode_settings,
)

SHELL = """# export http_proxy=http://old:3128
PATH="/usr/bin"
http_proxy="http://me:secret@proxy.example:3128/"
export HTTPS_PROXY=proxy.example:3128   # for all
export all_proxy=socks5h://10.0.0.1:1080 no_proxy=localhost,.example
setenv ftp_proxy http://proxy.example:3128
if true; then
   export HTTP_PROXY='http://inner:8080'; fi
"""


def test_lines_of_shells_and_environment_files() -> None:
    found = decode_settings("/etc/x", SHELL)
    assert [(one.name, one.line, one.proxy.url if one.proxy else "") for one in found] == [
        ("http_proxy", 3, "http://proxy.example:3128"),
        ("HTTPS_PROXY", 4, "http://proxy.example:3128"),
        ("all_proxy", 5, "socks5h://10.0.0.1:1080"),
        ("no_proxy", 5, ""),
        ("ftp_proxy", 6, "http://proxy.example:3128"),
        ("HTTP_PROXY", 8, "http://inner:8080"),
    ]
    assert "secret" not in repr(found)


def test_lines_of_units() -> None:
    unit = '[Service]\nEnvironment="HTTP_PROXY=http://p:3128" NO_PROXY=localhost\nExecStart=/x http_proxy=y\n'
    assert [(one.name, one.line) for one in decode_settings("x.conf", unit)] == [("HTTP_PROXY", 2), ("NO_PROXY", 2)]


GSETTINGS = """org.gnome.system.proxy autoconfig-url ''
org.gnome.system.proxy ignore-hosts ['localhost', '127.0.0.0/8', '::1']
org.gnome.system.proxy mode 'manual'
org.gnome.system.proxy.http host 'proxy.example'
org.gnome.system.proxy.http port 8080
org.gnome.system.proxy.https host ''
org.gnome.system.proxy.https port 0
org.gnome.system.proxy.socks host '10.0.0.1'
org.gnome.system.proxy.socks port 1080
"""


def test_gnome() -> None:
    found = decode_gsettings(GSETTINGS)
    assert found is not None
    assert [one.url for one in found.proxies] == ["http://proxy.example:8080", "socks5h://10.0.0.1:1080"]
    assert found.exceptions == ("localhost", "127.0.0.0/8", "::1")
    pac = GSETTINGS.replace("'manual'", "'auto'").replace("url ''", "url 'http://wpad/proxy.pac'")
    automatic = decode_gsettings(pac)
    assert automatic is not None
    assert (automatic.pac, automatic.proxies) == ("http://wpad/proxy.pac", ())
    assert decode_gsettings(GSETTINGS.replace("'manual'", "'none'")) is None


def test_macos() -> None:
    text = """<dictionary> {
  ExceptionsList : <array> {
    0 : *.local
  }
  HTTPEnable : 1
  HTTPPort : 3128
  HTTPProxy : proxy.example
  ProxyAutoConfigEnable : 1
  ProxyAutoConfigURLString : http://wpad/proxy.pac
  SOCKSEnable : 0
  SOCKSProxy : 10.0.0.1
}
"""
    found = decode_scutil(text)
    assert found is not None
    assert (found.pac, found.exceptions) == ("http://wpad/proxy.pac", ("*.local",))
    assert [one.url for one in found.proxies] == ["http://proxy.example:3128"]
    assert decode_scutil("<dictionary> {\n  HTTPEnable : 0\n}\n") is None


def test_windows() -> None:
    text = (
        "HKEY_CURRENT_USER\\Software\n    ProxyEnable    REG_DWORD    0x1\n"
        "    ProxyServer    REG_SZ    http=p:8080;socks=10.0.0.1:1080\n    ProxyOverride    REG_SZ    *.x;<local>\n"
    )
    found = decode_internet_settings(text)
    assert found is not None
    assert [one.url for one in found.proxies] == ["http://p:8080", "socks5h://10.0.0.1:1080"]
    assert found.exceptions == ("*.x", "<local>")
    assert decode_internet_settings(text.replace("0x1", "0x0")) is None


@given(st.text(max_size=400))
def test_no_text_breaks_them(text: str) -> None:
    decode_settings("x", text)
    for decode in (decode_gsettings, decode_scutil, decode_internet_settings):
        decode(text)
