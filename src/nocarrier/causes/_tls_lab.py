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
# All of the same key; signed by the certificate above, but for the last one.
EXPIRED = """\
-----BEGIN CERTIFICATE-----
MIIBczCCARigAwIBAgIBAjAKBggqhkjOPQQDAjAvMRYwFAYDVQQKDA1ub2NhcnJp
ZXIgbGFiMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUwHhcNMjAwMTAxMDAwMDAwWhcN
MjEwMTAxMDAwMDAwWjAXMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUwWTATBgcqhkjO
PQIBBggqhkjOPQMBBwNCAAT2ZeMbHmDP25l9A1g1M13Ql046Zwjqc7DUrrgTdzIx
bsjidJxKWiua+pDW3cFt4YOSMO4MEtAVlzAVhPXreqLZoz0wOzAMBgNVHRMBAf8E
AjAAMCsGA1UdEQQkMCKCDHNob3AuZXhhbXBsZYIMY2hhdC5leGFtcGxlhwQKFAAF
MAoGCCqGSM49BAMCA0kAMEYCIQCvUUzarys19EAI0IewO6eXM7uJKy0fwU1HorhX
Sti7LAIhANksr9YSp635+ouh8JqWWtUsJaYoIPYqI2vbGtsNp9Tc
-----END CERTIFICATE-----
"""
"Good until 2021."
FUTURE = """\
-----BEGIN CERTIFICATE-----
MIIBdzCCARygAwIBAgIBAzAKBggqhkjOPQQDAjAvMRYwFAYDVQQKDA1ub2NhcnJp
ZXIgbGFiMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUwIhgPMjExMDAxMDEwMDAwMDBa
GA8yMTIwMDEwMTAwMDAwMFowFzEVMBMGA1UEAwwMc2hvcC5leGFtcGxlMFkwEwYH
KoZIzj0CAQYIKoZIzj0DAQcDQgAE9mXjGx5gz9uZfQNYNTNd0JdOOmcI6nOw1K64
E3cyMW7I4nScSlormvqQ1t3BbeGDkjDuDBLQFZcwFYT163qi2aM9MDswDAYDVR0T
AQH/BAIwADArBgNVHREEJDAiggxzaG9wLmV4YW1wbGWCDGNoYXQuZXhhbXBsZYcE
ChQABTAKBggqhkjOPQQDAgNJADBGAiEAusrSX5tu9ExubKTBt2z3B3HKMLov7Ycw
JZZ0ZsZ9d+sCIQCACOZ+pSls2aCi/+pXxN1wLzsDLN7oUrIIvbBRe0mL2A==
-----END CERTIFICATE-----
"""
"Good from 2110."
OTHER_NAME = """\
-----BEGIN CERTIFICATE-----
MIIBcjCCARmgAwIBAgIBBDAKBggqhkjOPQQDAjAvMRYwFAYDVQQKDA1ub2NhcnJp
ZXIgbGFiMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUwIBcNMjAwMTAxMDAwMDAwWhgP
MjEyMDAxMDEwMDAwMDBaMBgxFjAUBgNVBAMMDW90aGVyLmV4YW1wbGUwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAAT2ZeMbHmDP25l9A1g1M13Ql046Zwjqc7DUrrgT
dzIxbsjidJxKWiua+pDW3cFt4YOSMO4MEtAVlzAVhPXreqLZozswOTAMBgNVHRMB
Af8EAjAAMCkGA1UdEQQiMCCCDW90aGVyLmV4YW1wbGWCDyoub3RoZXIuZXhhbXBs
ZTAKBggqhkjOPQQDAgNHADBEAiB/l+AXApsYn40KFOV6ry5sfz8M1/t84++WHB1g
go+BsAIgM9O0ttb+K7q639q6d2CPeMDEBbE9tyc6Z/INCHvsXNc=
-----END CERTIFICATE-----
"""
"Of other.example and *.other.example."
INTERMEDIATE = """\
-----BEGIN CERTIFICATE-----
MIIBaDCCAQ6gAwIBAgIBBzAKBggqhkjOPQQDAjAvMRYwFAYDVQQKDA1ub2NhcnJp
ZXIgbGFiMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUwIBcNMjAwMTAxMDAwMDAwWhgP
MjEyMDAxMDEwMDAwMDBaMCUxIzAhBgNVBAMMGm5vY2FycmllciBsYWIgaW50ZXJt
ZWRpYXRlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE9mXjGx5gz9uZfQNYNTNd
0JdOOmcI6nOw1K64E3cyMW7I4nScSlormvqQ1t3BbeGDkjDuDBLQFZcwFYT163qi
2aMjMCEwDwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAoQwCgYIKoZIzj0E
AwIDSAAwRQIhAPVVEqhlcIjYKzhh1p48cs1SZ/L97+6j4U8ZDK9GEBZ1AiBCNQI7
P4exrolIfjwCzcKpIn3M4uxX7QZgvzop3/qRPw==
-----END CERTIFICATE-----
"""
"An authority of the second rank."
BELOW_IT = """\
-----BEGIN CERTIFICATE-----
MIIBaTCCARCgAwIBAgIBBTAKBggqhkjOPQQDAjAlMSMwIQYDVQQDDBpub2NhcnJp
ZXIgbGFiIGludGVybWVkaWF0ZTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAw
MDAwMFowFzEVMBMGA1UEAwwMc2hvcC5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZI
zj0DAQcDQgAE9mXjGx5gz9uZfQNYNTNd0JdOOmcI6nOw1K64E3cyMW7I4nScSlor
mvqQ1t3BbeGDkjDuDBLQFZcwFYT163qi2aM9MDswDAYDVR0TAQH/BAIwADArBgNV
HREEJDAiggxzaG9wLmV4YW1wbGWCDGNoYXQuZXhhbXBsZYcEChQABTAKBggqhkjO
PQQDAgNHADBEAiBlvJOlje6dUSbOmolDAObGlzsgbTzdoQao2GJM+u8eZgIgA/sy
eB+o85oMwHBoEnAgfsGUtfMo7CMNQ9ajwDzwz2c=
-----END CERTIFICATE-----
"""
"For the same names, signed by that one."
FOR_CLIENTS = """\
-----BEGIN CERTIFICATE-----
MIIBijCCAS+gAwIBAgIBCDAKBggqhkjOPQQDAjAvMRYwFAYDVQQKDA1ub2NhcnJp
ZXIgbGFiMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUwIBcNMjAwMTAxMDAwMDAwWhgP
MjEyMDAxMDEwMDAwMDBaMBcxFTATBgNVBAMMDHNob3AuZXhhbXBsZTBZMBMGByqG
SM49AgEGCCqGSM49AwEHA0IABPZl4xseYM/bmX0DWDUzXdCXTjpnCOpzsNSuuBN3
MjFuyOJ0nEpaK5r6kNbdwW3hg5Iw7gwS0BWXMBWE9et6otmjUjBQMAwGA1UdEwEB
/wQCMAAwEwYDVR0lBAwwCgYIKwYBBQUHAwIwKwYDVR0RBCQwIoIMc2hvcC5leGFt
cGxlggxjaGF0LmV4YW1wbGWHBAoUAAUwCgYIKoZIzj0EAwIDSQAwRgIhAIcOILCy
Zy3jD0ZqDMzfB3HQi9SUT4oW593O5IztlGKsAiEA27qeRppak4kxMOIFG0eQoPzN
fWTeEC9ZgVzb1pXPUBY=
-----END CERTIFICATE-----
"""
"For the same names, and for clients only (extendedKeyUsage)."
TRUSTED = "ssl/certs/b369ff46.0"
"Where OpenSSL looks for it in /etc: the name is the hash of its subject (openssl-rehash(1))."


def trusting_client(**changes: object) -> Host:
    """The usual client, which trusts the certificate."""
    return client(**{"files": {TRUSTED: CERTIFICATE}, **changes})


def nginx_with_tls(servers: str, port: int, certificate: str = CERTIFICATE) -> Daemon:
    """nginx with these ``server`` blocks, of which one listens on ``port``; those with ``ssl`` have the certificate (or
    several, its own first)."""
    config = (
        "error_log stderr;\npid {dir}/pid;\nevents {}\nhttp {\n  access_log off;\n"
        "  ssl_certificate {dir}/cert.pem;\n  ssl_certificate_key {dir}/key.pem;\n" + servers + "\n}\n"
    )
    return Daemon(
        argv=("nginx", "-c", "{dir}/nginx.conf", "-g", "daemon off;"),
        files={"nginx.conf": config, "cert.pem": certificate, "key.pem": KEY},
        ready=f"tcp:{port}",
        package="nginx-light",
    )


def one_at_a_time(port: int) -> Daemon:
    """OpenSSL's own server, which answers with a page and takes up the next connection where the one before has ended."""
    return Daemon(
        argv=("openssl", "s_server", "-quiet", "-www", "-accept", str(port), "-cert", "cert.pem", "-key", "key.pem"),
        files={"cert.pem": CERTIFICATE, "key.pem": KEY},
        ready=f"tcp:{port}",
        package="openssl",
    )


def python_with_tls(program: str, port: int = 8443) -> Daemon:
    """A program in Python that finds ``cert.pem`` and ``key.pem`` beside it."""
    return Daemon(
        argv=("{python}", "serve.py"),
        files={"serve.py": program, "cert.pem": CERTIFICATE, "key.pem": KEY},
        ready=f"tcp:{port}",
    )
