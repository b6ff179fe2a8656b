"""Pseudonyms: the same for the same thing everywhere, and nothing of the original left."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocarrier.model.record import replace
from nocarrier.model.report import Report, ReportedEvidence, ReportedFix
from nocarrier.reports.html import fragment, page
from nocarrier.reports.json import encode
from nocarrier.reports.markdown import markdown
from nocarrier.reports.pen import Pen
from nocarrier.reports.pseudonyms import Pseudonyms
from nocarrier.reports.redact import redacted, redacted_together
from nocarrier.reports.telling import learn_text
from nocarrier.reports.terminal import lines
from tests.reports.examples import BOTH_ENDS, EVERY, NAME_FAILURE, report

ORDINARY = [name for name in EVERY if name != "hostile"]


def applied(text: str) -> str:
    pseudonyms = Pseudonyms()
    pseudonyms.avoid(text)
    pseudonyms.learn_addresses(text)
    learn_text(text, pseudonyms)
    return pseudonyms.apply(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.0.0.5 and 10.0.0.6, not 10.0.1.5", "private-a-1 and private-a-2, not private-b-1"),
        ("10.0.0.5/24 10.0.0.5:80 [2001:4860::5]:443", "private-a-1/24 private-a-1:80 [public6-b-1]:443"),
        ("8.8.8.8 100.64.0.1 169.254.169.254", "public-a-1 shared-b-1 linklocal-c-1"),
        ("fe80::1%eth0 ::ffff:10.0.0.5", "linklocal6-a-1%eth0 ::ffff:private-b-1"),
        ("127.0.0.1 127.0.0.53 0.0.0.0 ::1 [::]:80 ::", "127.0.0.1 127.0.0.53 0.0.0.0 ::1 [::]:80 ::"),
        ("ssh://alice@db1:22 alice", "ssh://user-1@host-1:22 user-1"),
        ("shop.example, SHOP.EXAMPLE. and pay.shop.example", "host-1, host-1. and host-2"),
        ("/home/alice/app.php owned by alice", "/home/user-1/app.php owned by user-1"),
        ("root@10.0.0.5:/root www-data@db1", "root@private-a-1:/root www-data@host-1"),
        ("aa:bb:cc:dd:ee:ff is not 03:00:00", "mac-1 is not 03:00:00"),
        ("localhost http://localhost:80", "localhost http://localhost:80"),
        ("aa-bb-cc-dd-ee-ff aabb.ccdd.eeff AA:BB:CC:DD:EE:FF", "mac-1 mac-1 mac-1"),
        ("5.0.20.10.in-addr.arpa is 10.20.0.5", "private-a-1.in-addr.arpa is private-a-1"),
        ("ip-10-20-0-5 10.20.0.5.nip.io 010.020.000.005", "ip-private-a-1 host-1 private-a-1"),
        ("at:fd00::5: no, ::ffff:a00:5, FD00:0:0::5.", "at:private6-a-1: no, ::ffff:private-b-1, private6-a-1."),
        ("at:fd00::: no, x:::1: 1:2:3:4:5:6:7:8:443", "at:private6-a-1: no, x:::1: public6-b-1:443"),
        ("Worker::add at 12:00:00, Foo::bar()", "Worker::add at 12:00:00, Foo::bar()"),
        ("10.0.0.0/8 10.1.0.0/16 0.0.0.0/0", "10.0.0.0/8 private-a-1/16 0.0.0.0/0"),
        ("198.18.0.7 255.255.255.255 224.0.0.1", "test-a-1 255.255.255.255 224.0.0.1"),
        ("mail to carol@shop.example", "mail to user-1@host-1"),
        ("carol+news@shop.example", "user-1+news@host-1"),
        ("/login?next=https%3A%2F%2Fshop.example%2Fchat", "/login?next=https%3A%2F%2Fhost-1%2Fchat"),
        ("at:::ffff:0:1 at:::FFFF:0:1", "at:::ffff:private-a-1 at:::ffff:private-a-1"),
        ("at:::5", "at:public6-a-1"),
        ("10.0.0.1-10.0.0.9 10.0.0.5_old x10.0.0.5", "private-a-1-private-a-2 private-a-3_old xprivate-a-3"),
        ("tcp://pg:80 is not known: pg, PG", "tcp://host-1:80 is not known: host-1, host-1"),
        ("tcp://is:80 is not known", "tcp://host-1:80 is not known"),
        ("sudo -u carol sh; chown carol:staff x", "sudo -u user-1 sh; chown user-1:user-2 x"),
        ("/etc/nginx/sites-enabled/shop.example.conf", "/etc/nginx/sites-enabled/host-1.conf"),
        ("/var/www/shop.example/index.php shop.example", "/var/www/host-1/index.php host-1"),
        ("http://bücher.example http://xn--bcher-kva.example", "http://host-1 http://host-1"),
        ("https://web01/ and my-web01.log", "https://host-1/ and my-host-1.log"),
        ("redis://cache:6379 cached", "redis://host-1:6379 cached"),
        ("C:\\Users\\carol\\app.js", "C:\\Users\\user-1\\app.js"),
        ("ws@8.0.1 image@sha256:00 getty@tty1.service", "ws@8.0.1 image@sha256:00 getty@tty1.service"),
        ("host-1 host-2 https://shop.example", "host-1 host-2 https://host-3"),
        ("6950ffed-7c12-4b50-8c16-a48c5d71ef2e", "id-1"),
        ("tls to *.shop.example (SNI www.shop.example)", "tls to *.host-1 (SNI host-2)"),
        (
            "sysctl -w net.ipv4.ip_local_port_range='10000 65535' net.core.somaxconn=4096 server.port=80",
            "sysctl -w net.ipv4.ip_local_port_range='10000 65535' net.core.somaxconn=4096 server.port=80",
        ),
        (
            "python3 -m http.server, nginx.service, /etc/resolv.conf, start.php:9, app.js",
            "python3 -m http.server, nginx.service, /etc/resolv.conf, start.php:9, app.js",
        ),
    ],
)
def test_examples(text: str, expected: str) -> None:
    assert applied(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"sed -i '3s|93\.184\.77\.12|0.0.0.0|' 93.184.77.12", "sed -i '3s|public-a-1|0.0.0.0|' public-a-1"),
        (r"s/\bdb7\.corp\.example\b/x/ db7.corp.example", r"s/\bhost-1\b/x/ host-1"),
        (r"s/127\.0\.0\.1/0.0.0.0/; s/shop\.php/x/", r"s/127\.0\.0\.1/0.0.0.0/; s/shop\.php/x/"),
        (r"10[.]0[.]0[.]5 10%2E0%2e0%252E5 10\x2e0\u002e0\\.5", "private-a-1 private-a-1 private-a-1"),
        (
            "%5B2001%3A470%3A%3A5%5D %5B2001:470::5%5D %3A%2F%2F%5B2001%253A470%253A%253A5",
            "%5Bpublic6-a-1%5D %5Bpublic6-a-1%5D %3A%2F%2F%5Bpublic6-a-1",
        ),
        (r"2001\:470\:\:5 AA\:BB\:CC\:DD\:EE\:FF", "public6-a-1 mac-1"),
        (
            r"b'\r\n10.0.0.5\nfd00::5\tdb7.corp.example' db7.corp.example",
            r"b'\r\nprivate-a-1\nprivate6-b-1\thost-1' host-1",
        ),
        (r"http:\/\/db7\/x %2F%2Fdb7 db7", r"http:\/\/host-1\/x %2F%2Fhost-1 host-1"),
        (
            "?next=https%3A%2F%2Fintra5%2Fx%3Fu%3Dalice%40db7 intra5",
            "?next=https%3A%2F%2Fhost-1%2Fx%3Fu%3Duser-1%40host-2 host-1",
        ),
        (r"bücher.example b\u00fccher.example b%C3%BCcher.example", "host-1 host-1 host-1"),
        (r"wg\x2dkite.service fe80::1%wg-kite", "link-1.service linklocal6-a-1%link-1"),
        (
            r"C:\Users\alice\.ssh D:\nina C:\Users\nina \\nas.example\x",
            r"C:\Users\user-1\.ssh D:\user-2 C:\Users\user-2 \\host-1\x",
        ),
        (r"C:\Users\Alice Meier\x by Meier", r"C:\Users\user-1 user-2\x by user-2"),
        (
            "fe80::1%kite0 [fe80::1%25kite0]:80 0.0.0.0%kite0 kite0",
            "linklocal6-a-1%link-1 [linklocal6-a-1%25link-1]:80 0.0.0.0%link-1 link-1",
        ),
        (
            'iifname "kite1" -A X -i kite2 -j DROP; ip route add default dev kite3',
            'iifname "link-1" -A X -i link-2 -j DROP; ip route add default dev link-3',
        ),
        (
            "sysctl -w net.ipv4.conf.kite0.rp_filter=2; ::%kite0",
            "sysctl -w net.ipv4.conf.link-1.rp_filter=2; ::%link-1",
        ),
        (
            "10.20.30.5 is 0a141e05 0x0A141E05 051E140A 169090565 10_20_30_5",
            "private-a-1 is private-a-1 private-a-1 private-a-1 private-a-1 private-a-1",
        ),
        ("051E140A:1F90 0100007F:1F90 0A000000 0x80072EFD", "private-a-1:1F90 0100007F:1F90 0A000000 0x80072EFD"),
        (r"10.20.30.5 10\.20\.30\.(5|6) 10.20.30.* 8.20.30.*", r"private-a-1 private-a\.(5|6) private-a.* 8.20.30.*"),
        (
            "10.20.30.5.443 10-20-30-5-443 ec2-10-20-30-5 1.3.6.1.4.1",
            "private-a-1.443 private-a-1-443 ec2-private-a-1 1.3.6.1.4.1",
        ),
        ("ip6-2001-470--5 2001-470--5 2001-01-02-10", "ip6-public6-a-1 public6-a-1 2001-01-02-10"),
        ("1.0.0.127.in-addr.arpa 127.0.0.1", "1.0.0.127.in-addr.arpa 127.0.0.1"),
        (
            "(Varnish/6.0.11.2) OpenSSL 3.0.11.2, version 1.2.3.4 v1.2.3.4",
            "(Varnish/6.0.11.2) OpenSSL 3.0.11.2, version 1.2.3.4 v1.2.3.4",
        ),
        ("db7/10.0.0.5:80 nginx 10.0.0.5 srv10.0.0.5", "db7/private-a-1:80 nginx private-a-1 srvprivate-a-1"),
        ("netmask 255.255.255.0 255.255.240.0 255.255.0.255", "netmask 255.255.255.0 255.255.240.0 private-a-1"),
        ("203.0.113.9 2001:db8::1 2002:a14:1e05::1 240.0.0.1", "test-a-1 test6-b-1 public6-c-1 private-d-1"),
        (
            "from web.sync.server import serve; python3 -m shop.tasks sys.argv[1]",
            "from web.sync.server import serve; python3 -m shop.tasks sys.argv[1]",
        ),
        ("/login/alice.meier and ~bob/x ~bob", "/login/user-1 and ~user-2/x ~user-2"),
        (
            "DB_USER=alice user='bob.k' auth=('dora', '***') curl -u eve:***",
            "DB_USER=user-1 user='user-2' auth=('user-3', '***') curl -u user-4:***",
        ),
        ("upstream db7_backend db7-eth0 tcp://db7:80: no", "upstream host-1_backend host-1-eth0 tcp://host-1:80: no"),
        ("fd00:0:0:0:0:0:0:5:fd00::6 fd00::5", "private6-a-1:private6-a-2 private6-a-1"),
        ("mongodb://db7:27017,db8/x db7 db8", "mongodb://host-1:27017,host-2/x host-1 host-2"),
        (
            "DB_HOST=db7 --host db8 'host': 'db9' host=dba port=1",
            "DB_HOST=host-1 --host host-2 'host': 'host-3' host=host-4 port=1",
        ),
        (
            "run(host=settings, server='nginx'); http://db7, that",
            "run(host=settings, server='nginx'); http://host-1, that",
        ),
        ("ssh://alice@[fd20::5]:22 and alice", "ssh://user-1@[private6-a-1]:22 and user-1"),
        ("ssh alice@fd20::5, alice", "ssh user-1@private6-a-1, user-1"),
        ("ssh://root@fd20::5 fd20::5", "ssh://root@private6-a-1 private6-a-1"),
        ("/home/kite/x kite.service my-kite", "/home/user-1/x user-1.service my-user-1"),
    ],
)
def test_other_spellings(text: str, expected: str) -> None:
    assert applied(text) == expected


def _escapes(text: str) -> list[str]:
    """A text as sed, a URL, a URL within one, a unit, JSON and who reads badly write its marks."""
    forms = [text, re.sub("([.:-])", r"\\\1", text), re.sub("([.:-])", r"\\\\\1", text), text.replace(".", "[.]")]
    for form in ("%{:02X}", "%25{:02x}", "\\x{:02x}", "\\u{:04x}"):
        forms.append(re.sub("[.:-]", lambda mark, form=form: form.format(ord(mark[0])), text))
    return forms


def _spellings(address: IPv4Address | IPv6Address) -> list[str]:
    """Ways in which one address is written."""
    text = str(address)
    if isinstance(address, IPv4Address):
        octets = text.split(".")
        padded = ".".join(octet.zfill(3) for octet in octets)
        return [*_escapes(text), padded, f"ip-{'-'.join(octets)}", f"{text}.50000", address.reverse_pointer]
    forms = [*_escapes(text), address.exploded, address.reverse_pointer]
    return forms + [form.upper() for form in (text, address.exploded)]


def _spellings_where_known(address: IPv4Address | IPv6Address) -> list[str]:
    """Ways in which it is written that something else may be written in, too."""
    packed = address.packed
    words = [packed[at : at + 4] for at in range(0, len(packed), 4)]
    forms = [packed.hex(), packed.hex().upper(), "".join(word[::-1].hex() for word in words).upper()]
    if isinstance(address, IPv4Address):
        octets = str(address).split(".")
        forms += [str(int(address)), f"0x{packed.hex()}", "_".join(octets), f"{'-'.join(octets)}-80-x"]
    else:
        forms.append(str(address).replace(":", "-"))
    return [form for form in forms if len(form) > 6]


_AROUND = (
    "{}",
    "({})",
    "{}, then",
    "[{}]:80",
    "%5B{}%5D%3A80",
    "{}/24",
    "x={}",
    "at:{}",
    "{}: refused",
    "'{}'",
    "//{}/",
    "%2F%2F{}%2F",
    "/^{}$/",
    "\\n{}\\n",
    "s|{}|0.0.0.0|",
    "{}.",
    "<{}>",
    "«{}»",
)


def _tells_nobody_apart(address: IPv4Address | IPv6Address) -> bool:
    mask = isinstance(address, IPv4Address) and re.fullmatch("1{8,}0*", f"{int(address):032b}")
    return address.is_loopback or address.is_unspecified or address.is_multicast or bool(mask)


@given(st.ip_addresses(), st.data())
def test_no_spelling_of_an_address_remains_and_all_are_one(
    address: IPv4Address | IPv6Address, data: st.DataObject
) -> None:
    spellings = data.draw(st.lists(st.sampled_from(_spellings(address)), min_size=1, max_size=5))
    if data.draw(st.booleans()):
        spellings += [str(address), data.draw(st.sampled_from(_spellings_where_known(address) or [str(address)]))]
    around = data.draw(st.lists(st.sampled_from(_AROUND), min_size=len(spellings), max_size=len(spellings)))
    text = " ".join(form.format(spelling) for form, spelling in zip(around, spellings, strict=True))
    clean = applied(text)
    bare = (address.ipv4_mapped if isinstance(address, IPv6Address) else None) or address
    if _tells_nobody_apart(bare):
        return
    for spelling in spellings:
        assert spelling not in clean
    assert applied(clean) == clean
    if bare is not address:
        return
    assert len(set(re.findall(r"(?:private|public|shared|linklocal|test)6?-[a-z]-\d+", clean))) == 1


@given(st.lists(st.ip_addresses(), min_size=2, max_size=8, unique=True))
def test_different_addresses_have_different_pseudonyms(addresses: list[IPv4Address | IPv6Address]) -> None:
    clean = applied(" ".join(map(str, addresses))).split()
    assert len(set(clean)) == len(addresses)


_label = st.from_regex(r"[a-z][a-z0-9]{1,8}(-[a-z0-9]{1,5})?", fullmatch=True)


@given(
    st.builds("{}.{}.example".format, _label, _label),
    st.sampled_from(
        ["{}", "https://{}/x", "a@{}", "/srv/{}/", "{}.conf", "{}:80", "%2F%2F{}%3A80", "s/^{}$/x/", "\\n{}"]
    ),
    st.integers(0, 7),
)
def test_no_dotted_name_remains(name: str, form: str, spelling: int) -> None:
    written = _escapes(name)[spelling]
    clean = applied(f"{form.format(written)} then {name.upper()} and {name}.").lower()
    assert name not in clean
    assert written.lower() not in clean


@given(st.text(max_size=80))
def test_any_text_may_be_read(text: str) -> None:
    clean = applied(text)
    assert applied(clean) == clean or "\n" in text or clean != text


_FILLERS = [
    "1:", "a.", "a-", "::", "10.0.0.", "x@", "/home/", "aa:", "://a", "\\", "a\\.", "%25", "%3A", "[.]", "a_", "://a,a", "fe80::1%", "fe80--1-",
    "-i a ", "user=a", "a%2E", "\\u00fc", "db7-", "dev a ", "aa", "1 dev ", "\\Users\\a b",
]  # fmt: skip


@pytest.mark.parametrize("filler", _FILLERS)
def test_hostile_text_takes_time_in_proportion(filler: str) -> None:
    """A hundred thousand characters of what the patterns look for; in square time they take minutes."""
    assert applied(filler * (100_000 // len(filler)))


@pytest.mark.parametrize("name", ORDINARY)
def test_a_redacted_report_is_a_report(name: str) -> None:
    clean = redacted(EVERY[name])
    assert msgspec.json.decode(encode(clean), type=Report) == clean
    for original in ("10.20.0", "10.10.0", "2001:db8", "shop.example", "shpo.example", "192.0.2"):
        assert original not in encode(clean)


@pytest.mark.parametrize("name", ORDINARY)
def test_the_vocabulary_stays(name: str) -> None:
    told, clean = EVERY[name], redacted(EVERY[name])
    assert clean.symptom == told.symptom
    assert clean.started_at == told.started_at
    assert [excluded.cause for excluded in clean.ruled_out] == [excluded.cause for excluded in told.ruled_out]
    assert [seen.id for seen in clean.evidence] == [seen.id for seen in told.evidence]


def test_facts_commands_and_prose_agree() -> None:
    clean = redacted(BOTH_ENDS)
    address = clean.target.host
    assert address == "private-a-1"
    assert clean.target.input == f"ws://{address}:2345"
    assert clean.evidence[1].facts["address"] == address
    assert address in clean.evidence[1].summary


def test_a_short_name_that_was_the_target_is_found_everywhere() -> None:
    target = replace(BOTH_ENDS.target, input="tcp://db:80", host="db")
    clean = redacted(report(target=target, steps=NAME_FAILURE.steps, verdict=None))
    assert clean.target.input == "tcp://host-1:80"


def test_users_in_facts_are_found_in_prose() -> None:
    evidence = replace(
        BOTH_ENDS.evidence[1],
        summary="owned by carol",
        facts={"owner": "carol", "names": ["mailhub"], "at": "mailhub"},
    )
    clean = redacted(report(evidence=(evidence,))).evidence[0]
    assert clean.summary == "owned by user-1"
    assert clean.facts == {"owner": "user-1", "names": ["host-1"], "at": "host-1"}


def _of_hosts_file(summary: str) -> Report:
    """A report where the hosts file has four names for the address, of which three are words."""
    by, listens = replace(BOTH_ENDS.evidence[0]), replace(BOTH_ENDS.evidence[1], summary=summary)
    names = {"entries": [{"line": 1, "address": "10.0.0.5", "names": ["db7", "python3", "listens", "port"]}]}
    program = {"listeners": [{"program": {"name": "python3", "pid": 7}, "port": 80}]}
    return report(evidence=(replace(by, facts=names), replace(listens, facts=program)))


def test_words_of_sentences_and_programs_are_names_where_names_belong() -> None:
    clean = redacted(
        _of_hosts_file("python3 listens on port 80 of db7; http://listens:80 http://python3:80")
    ).evidence
    assert clean[1].summary == "python3 listens on port 80 of host-1; http://host-2:80 http://host-4:80"
    assert clean[0].facts["entries"][0]["names"] == ["host-1", "python3", "host-2", "host-3"]
    assert clean[1].facts["listeners"][0] == {"program": {"name": "python3", "pid": 7}, "port": 80}


def test_the_target_is_found_everywhere_though_it_is_a_word() -> None:
    target = replace(BOTH_ENDS.target, input="tcp://mail:80", host="mail")
    evidence = replace(BOTH_ENDS.evidence[1], summary="mail refuses")
    assert redacted(report(target=target, evidence=(evidence,))).evidence[0].summary == "host-1 refuses"


def test_a_report_without_evidence() -> None:
    assert redacted(replace(NAME_FAILURE, evidence=())).target.host == "host-1"


def test_no_two_things_have_one_name() -> None:
    """Who really is called like a pseudonym keeps its name, which nothing else gets then."""
    assert applied("http://private-a-2 10.0.0.1 10.0.0.2") == "http://private-a-2 private-b-1 private-b-2"
    assert applied("http://host-1 http://db7") == "http://host-1 http://host-2"
    assert applied("http://test-db-1 http://public-web-2") == "http://host-1 http://host-2"


def test_what_is_no_name_is_no_name() -> None:
    facts = {
        "host": "/run/app.sock",
        "named": "a, b",
        "names": ["*", ""],
        "user": "0",
        "device": "eth0",
        "container": "-",
    }
    evidence = replace(BOTH_ENDS.evidence[1], facts=facts)
    assert redacted(report(evidence=(evidence,))).evidence[0].facts == facts


ZOO = replace(
    BOTH_ENDS,
    target=replace(BOTH_ENDS.target, input="ws://carol@kite.example:2345/chat", host="kite.example"),
    verdict=replace(
        BOTH_ENDS.verdict,
        summary="kite.example (10.20.0.5, web-07) refuses carol; KITE.EXAMPLE has fd20::5 on wg-kite.",
        fixes=(
            ReportedFix(
                where="server",
                text="On web-07, in /home/carol/kite.example.conf:",
                commands=(
                    "ssh carol@web-07 'podman exec kite-chat-1 ss -ltn'",
                    "sudo -u carol nft add rule inet f in iifname wg-kite ip saddr 10.10.0.7 accept",
                    "aws ec2 authorize-security-group-ingress --group-id sg-0123456789abcdef0",
                    "podman logs 6950ffed7c12",
                ),
                config="upstream kite { server [fd20::5]:2345; server 5.0.20.10.in-addr.arpa; }",
            ),
        ),
    ),
    evidence=(
        *BOTH_ENDS.evidence,
        ReportedEvidence(
            id="e5",
            probe="containers",
            where="server",
            took_ms=1.0,
            summary="container kite-chat-1 publishes nothing",
            facts={"containers": [{"name": "kite-chat-1", "made_by": ["podman", "run", "--name", "kite-chat-1"]}]},
        ),
        ReportedEvidence(
            id="e6",
            probe="interfaces",
            where="server",
            took_ms=1.0,
            summary="eth0 and wg-kite",
            facts={
                "interfaces": [
                    {"name": "eth0", "addresses": ["10.20.0.5/24"]},
                    {"name": "wg-kite", "addresses": ["fd20::5/64"]},
                ],
                "hostname": "web-07",
            },
        ),
        ReportedEvidence(
            id="e7",
            probe="cloud",
            where="server",
            took_ms=1.0,
            summary="an instance of aws",
            facts={"told": {"group": ["sg-0123456789abcdef0"]}, "hardware": "amazon ec2"},
        ),
        ReportedEvidence(
            id="e8",
            probe="listeners",
            where="server",
            took_ms=1.0,
            summary="php of carol",
            facts={
                "program": {
                    "user": "carol",
                    "container": "6950ffed7c12ab50cf16a48c5d71ef2e807d6b2d15a080fdb7fee9db5000e7f3",
                    "command": ["php", "/home/carol/start.php"],
                },
                "by": {"web-07": 1, "02:00:0a:14:00:05": "10.20.0.5"},
            },
        ),
    ),
)
TELLING = (
    "kite.example", "carol", "web-07", "kite-chat-1", "wg-kite", "10.20.0.5", "10.10.0", "fd20::5", "sg-0123456789abcdef0",
    "6950ffed7c12", "5.0.20.10", "02:00:0a:14:00:05",
)  # fmt: skip


def renderings(told: Report) -> dict[str, str]:
    """The report in every way in which it can be shared."""
    return {
        "json": encode(told),
        "terminal": "\n".join(lines(told, Pen(), verbose=True)),
        "quiet": "\n".join(lines(told, Pen(), quiet=True)),
        "html": page((told,), str, "en"),
        "fragment": fragment(told, str),
        "markdown": markdown([told], str),
    }


@pytest.mark.parametrize("way", ["json", "terminal", "quiet", "html", "fragment", "markdown"])
def test_nothing_that_tells_remains_in_any_rendering(way: str) -> None:
    assert [word for word in TELLING if word in renderings(redacted(ZOO))[way].lower()] == []


def test_everywhere_the_same() -> None:
    clean = redacted(ZOO)
    assert clean.verdict is not None
    (fix,) = clean.verdict.fixes
    assert clean.target.input == "ws://user-1@host-1:2345/chat"
    assert clean.verdict.summary == (
        "host-1 (private-a-1, host-2) refuses user-1; host-1 has private6-b-1 on link-1."
    )
    assert fix.commands == (
        "ssh user-1@host-2 'podman exec container-1 ss -ltn'",
        "sudo -u user-1 nft add rule inet f in iifname link-1 ip saddr private-c-1 accept",
        "aws ec2 authorize-security-group-ingress --group-id thing-1",
        "podman logs container-2",
    )
    assert clean.evidence[-1].facts["program"]["container"] == "container-2"
    assert clean.evidence[-1].facts["by"] == {"host-2": 1, "mac-1": "private-a-1"}
    assert clean.evidence[-3].facts["interfaces"][0]["name"] == "eth0"


def test_twice_is_once() -> None:
    assert redacted(redacted(ZOO)) == redacted(ZOO)
    for text in (
        "::ffff:10.0.0.5 [::ffff:10.0.0.5]:80",
        "fe80::1%kite0",
        r"10\.0\.0\.5 10.0.0.*",
        "5.0.0.10.in-addr.arpa",
    ):
        assert applied(applied(text)) == applied(text)


def test_together_they_agree() -> None:
    first, second = redacted_together((NAME_FAILURE, ZOO))
    assert first.target.host == "host-1"
    assert second.target.host not in ("host-1", "host-2")
    assert redacted_together((ZOO, ZOO))[0] == redacted_together((ZOO, ZOO))[1]
