"""A certificate for the lab's names and addresses, a client that trusts it, and servers that have it.

Its key is no secret: nothing outside the lab trusts it. It is good from 2020 to 2120, so that a scenario is the same
whenever it is built. Who needs one that is bad in some way makes another.
"""

from __future__ import annotations

from nocarrier.model.scenario import Daemon, Host, client

KEY = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgXzESIh2lAzySHJph
EW3PNbBbVQZI3FwEHZdPcfD5RlqhRANCAAT2ZeMbHmDP25l9A1g1M13Ql046Zwjq
c7DUrrgTdzIxbsjidJxKWiua+pDW3cFt4YOSMO4MEtAVlzAVhPXreqLZ
-----END PRIVATE KEY-----
"""
CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIICCzCCAbKgAwIBAgIUf/KSufFLVgZopwy6jVjSkMkcnOkwCgYIKoZIzj0EAwIw
LzEWMBQGA1UECgwNbm9jYXJyaWVyIGxhYjEVMBMGA1UEAwwMc2hvcC5leGFtcGxl
MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAvMRYwFAYDVQQKDA1u
b2NhcnJpZXIgbGFiMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAT2ZeMbHmDP25l9A1g1M13Ql046Zwjqc7DUrrgTdzIxbsji
dJxKWiua+pDW3cFt4YOSMO4MEtAVlzAVhPXreqLZo4GpMIGmMA8GA1UdEwEB/wQF
MAMBAf8wDgYDVR0PAQH/BAQDAgKEMB0GA1UdDgQWBBQzDhk7mu7OGHkYgeKWWoMm
dpLbXjAfBgNVHSMEGDAWgBQzDhk7mu7OGHkYgeKWWoMmdpLbXjBDBgNVHREEPDA6
ggxzaG9wLmV4YW1wbGWCDGNoYXQuZXhhbXBsZYcEChQABYcQ/SAAAAAAAAAAAAAA
AAAABYcEfwAAATAKBggqhkjOPQQDAgNHADBEAiBr4wfxTWHzQpCGuFNUqi/wuY0O
82xOBu5g5yG3QIClxwIgVmPfy1uzCEn5oleopfEQQMs6fwmhqcGN2mEXhymq4MM=
-----END CERTIFICATE-----
"""
"Of shop.example, chat.example, 10.20.0.5, fd20::5 and 127.0.0.1; its own authority."
TRUSTED = "ssl/certs/b369ff46.0"
"Where OpenSSL looks for it in /etc: the name is the hash of its subject (openssl-rehash(1))."


def trusting_client(**changes: object) -> Host:
    """The usual client, which trusts the certificate."""
    return client(**{"files": {TRUSTED: CERTIFICATE}, **changes})


def nginx_with_tls(servers: str, port: int) -> Daemon:
    """nginx with these ``server`` blocks, of which one listens on ``port``; those with ``ssl`` have the certificate."""
    config = (
        "error_log stderr;\npid {dir}/pid;\nevents {}\nhttp {\n  access_log off;\n"
        "  ssl_certificate {dir}/cert.pem;\n  ssl_certificate_key {dir}/key.pem;\n" + servers + "\n}\n"
    )
    return Daemon(
        argv=("nginx", "-c", "{dir}/nginx.conf", "-g", "daemon off;"),
        files={"nginx.conf": config, "cert.pem": CERTIFICATE, "key.pem": KEY},
        ready=f"tcp:{port}",
        package="nginx-light",
    )


def python_with_tls(program: str, port: int = 8443) -> Daemon:
    """A program in Python that finds ``cert.pem`` and ``key.pem`` beside it."""
    return Daemon(
        argv=("{python}", "serve.py"),
        files={"serve.py": program, "cert.pem": CERTIFICATE, "key.pem": KEY},
        ready=f"tcp:{port}",
    )
