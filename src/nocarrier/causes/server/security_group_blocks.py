"""The cloud's packet filter in front of the server swallows the packets

What it is
----------
The server is a machine of a cloud (AWS, Azure, Google Cloud, Alibaba, Tencent, Hetzner, DigitalOcean, OVH, Oracle),
and the cloud filters what is sent to it before the machine sees anything: a security group, a network security group,
a VPC or cloud firewall. What no rule there lets in is dropped, and new machines let in hardly anything.

What you see
------------
"Connection timed out". On the server everything is right: the program listens, its own firewall is open.

How it is told apart
--------------------
Both ends decide it: the packets leave the client and never come in at the server's network card, and the server is a
cloud's machine that has the dialled address, be it by translation. The firmware tells the cloud, and its metadata
service which addresses are this machine's. Where packets for another port do come in, a filter picks out this port. A
device elsewhere on the way looks the same, unless the hops show it; only the provider knows its rules. What does come
in and is dropped on the machine is the server's own firewall.

What to do
----------
Let the port in, in the provider's console or with its command line. The server's own firewall is another one, and has
to let the port in as well.
"""

from __future__ import annotations

from nocarrier.causes._arrival import WATCHED, ends
from nocarrier.causes._attempts import Attempt
from nocarrier.causes._cloud import cloud_machine, open_there, rules_there, whose
from nocarrier.causes._firewall import kept_here
from nocarrier.causes._listening import WHOSE_ADDRESS
from nocarrier.causes._silence import AROUND_SILENCE, SILENCE, contrast, hops_toward, look_for_its_packets, silent
from nocarrier.facts.arrival import Arrival
from nocarrier.facts.cloud import Cloud
from nocarrier.facts.leaving import Leaving
from nocarrier.facts.packet_fate import WAY_IN, PacketFate
from nocarrier.facts.private import private_block
from nocarrier.model.annotations import Any
from nocarrier.model.evidence import Case, Evidence, Where
from nocarrier.model.judgement import (
    Cause,
    Certainty,
    Fix,
    Found,
    Judgement,
    RuledOut,
    Silent,
    on_client,
    on_server,
)
from nocarrier.model.prose import Prose, say
from nocarrier.model.scenario import Daemon, Expected, Host, Scenario, client, http_server, router, server


def judge(case: Case) -> Judgement:
    """Silence, and the packets never reach a machine of a cloud: likely; where nobody could watch, possible."""
    attempt = silent(case)
    machine = case.seen(Cloud, Where.SERVER)
    if attempt is None or machine is None:
        return Silent()
    if not machine.facts.provider:
        return RuledOut((machine,), say("the server is no machine of a known cloud"))
    address = attempt.facts.address
    against = _against(case, address)
    if against is not None:
        return against
    surely = cloud_machine(case)
    return Silent() if surely is None else _in_front(case, attempt, surely)


def _against(case: Case, address: str) -> RuledOut | None:
    """What shows that the packets are stopped before the cloud, or not before the machine."""
    own = kept_here(case, address)
    if own is not None:
        return RuledOut((own,), say("the packet is stopped on its way out already"))
    there = ends(case, address).arrived
    if there is not None:
        return RuledOut((there,), say("the packets do arrive at the server"))
    others, hops = contrast(case, address), hops_toward(case, address)
    if others is not None and others.facts.again != "silent":
        return RuledOut((others,), say("the same port answered a moment later"))
    if hops is not None and hops.facts.passed_by:
        return RuledOut((hops,), say("they vanish before a router that forwards other ports"))
    return None


def _in_front(case: Case, attempt: Attempt, machine: Evidence[Cloud]) -> Judgement:
    address, port = attempt.facts.address, attempt.facts.port
    owner, missing = whose(case, address, machine), ends(case, address).missing
    if missing is not None and owner:
        because = (attempt, missing, machine, *(one for one in owner if one not in (machine, missing)))
        return _found(case, attempt, machine.facts, Certainty.LIKELY, because, _lost(missing.facts, machine.facts))
    perhaps = bool(owner) or (not machine.facts.public and not private_block(address))
    rules = next((seen for seen in case.every(PacketFate, Where.SERVER) if seen.facts.address == address), None)
    if not perhaps or (missing is None and (rules is None or not rules.facts.passes(WAY_IN))):
        return Silent()
    said: dict[str, str | int | float | Prose] = {
        "machine": machine.facts.one("instance") or machine.facts.known.label,
        "cloud": machine.facts.known.label,
        "filter": machine.facts.known.filter,
        "address": address,
        "port": port,
    }
    summary = (
        say(
            "Nothing that is sent to {port} of {address} arrives at {machine}: if {address} leads to it, the {filter} of"
            " {cloud} does not let it in.",
            **said,
        )
        if missing is not None
        else say(
            "The server's own rules let {port} in, and it is a machine of {cloud}: the {filter} in front of it may not.",
            **said,
        )
    )
    seen = missing if missing is not None else rules
    assert seen is not None
    return _found(case, attempt, machine.facts, Certainty.POSSIBLE, (attempt, seen, machine), summary)


def _lost(missing: Arrival, machine: Cloud) -> Prose:
    beside = next((one.port for one in missing.seen if one.kind == "opening" and one.port != missing.port), 0)
    said: dict[str, str | int | float | Prose] = {
        "cloud": machine.known.label,
        "filter": machine.known.filter,
        "machine": machine.one("instance") or machine.known.label,
        "address": missing.address,
        "port": missing.port,
        "other": beside,
    }
    if beside:
        return say(
            "The {filter} of {cloud} does not let {port} in to {address}: what the client sends there never reaches the"
            " network card of {machine}, while what it sends to {other} does.",
            **said,
        )
    return say(
        "The {filter} of {cloud} lets nothing of this client in to {address}, neither {port} nor another port: nothing"
        " reaches the network card of {machine}.",
        **said,
    )


def _found(
    case: Case,
    attempt: Attempt,
    machine: Cloud,
    certainty: Certainty,
    because: tuple[Evidence[Any], ...],
    summary: Prose,
) -> Found:
    address, port = attempt.facts.address, attempt.facts.port
    local = _as_seen_there(case, address) or attempt.facts.local_address
    fix: Fix = open_there(case, machine, address, port, local)
    ask = rules_there(case, machine, port, local)
    return Found(
        certainty=certainty,
        summary=summary,
        because=because,
        fixes=(fix,),
        decided_by=(ask, *look_for_its_packets(case, attempt)[1:]),
    )


def _as_seen_there(case: Case, address: str) -> str:
    """The client's address as the server sees it, in a packet for another port."""
    server_side = ends(case, address).server
    return server_side.facts.seen[0].source if server_side is not None and server_side.facts.seen else ""


PUBLIC = "203.0.113.10"
_SERVICE = """\
import http.server, sys
ANSWERS = {answers}
TOKEN = {token}
class Service(http.server.BaseHTTPRequestHandler):
    def answer(self, status, text):
        body = text.encode()
        self.send_response(status)
        for name, value in {headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def do_PUT(self):
        if TOKEN and self.path == TOKEN[0] and self.headers.get(TOKEN[1] + "-ttl-seconds"):
            return self.answer(200, "AQAEAGJdlab0token==")
        self.answer(405, "")
    def do_GET(self):
        wanted = {wanted}
        if wanted and self.headers.get(wanted[0]) != wanted[1]:
            return self.answer(400, "")
        if TOKEN and self.headers.get(TOKEN[1]) != "AQAEAGJdlab0token==":
            return self.answer(401, "")
        text = ANSWERS.get(self.path, ANSWERS.get("*"))
        self.answer(404 if text is None else 200, text or "")
http.server.ThreadingHTTPServer((sys.argv[1], 80), Service).serve_forever()
"""
"""A metadata service as the provider's pages describe it: known paths, the header or the session that it insists on."""


def _service(
    answers: dict[str, str],
    address: str = "169.254.169.254",
    token: tuple[str, str] | None = None,
    wanted: tuple[str, str] | None = None,
    headers: dict[str, str] | None = None,
) -> Daemon:
    script = _SERVICE.replace("{answers}", repr(answers)).replace("{token}", repr(token))
    script = script.replace("{wanted}", repr(wanted)).replace("{headers}", repr(headers or {}))
    return Daemon(
        argv=("{python}", "{dir}/service.py", address), files={"service.py": script}, ready=f"tcp:{address}:80"
    )


_EC2 = "/latest/meta-data/"
_AWS = _service(
    {
        f"{_EC2}instance-id": "i-0a1b2c3d4e5f67890",
        f"{_EC2}placement/region": "eu-central-1",
        f"{_EC2}public-ipv4": PUBLIC,
        f"{_EC2}local-ipv4": "10.20.0.5",
        f"{_EC2}mac": "02:00:00:00:03:01",
        f"{_EC2}network/interfaces/macs/02:00:00:00:03:01/security-group-ids": "sg-0123456789abcdef0\n",
    },
    token=("/latest/api/token", "X-aws-ec2-metadata-token"),
)


_ORACLE = _service(
    {
        "/opc/v2/instance/id": "ocid1.instance.oc1.eu-frankfurt-1.antheljtk4c5d6e7f8g9",
        "/opc/v2/instance/displayName": "shop",
        "/opc/v2/instance/canonicalRegionName": "eu-frankfurt-1",
        "/opc/v2/vnics/0/vnicId": "ocid1.vnic.oc1.eu-frankfurt-1.abtheljtk4c5d6e7f8g9",
        "/opc/v2/vnics/0/privateIp": "10.20.0.5",
    },
    wanted=("Authorization", "Bearer Oracle"),
)


def _filter(*rules: str, nat: str = PUBLIC) -> str:
    """The provider's host: its filter, and the public address that it translates to the machine's."""
    listed = "\n".join(rules)
    translated = f"chain public {{\ntype nat hook prerouting priority -100\nip daddr {nat} dnat to 10.20.0.5\n}}\n"
    return f"table ip cloud {{\n{translated}chain group {{\ntype filter hook forward priority 0\n{listed}\n}}\n}}\n"


_GROUP = ("ct state established,related accept", "iifname eth1 accept", "tcp dport { 22, 80 } accept", "drop")


def _in_a_cloud(
    name: str,
    service: Daemon | None,
    target: str = f"tcp://{PUBLIC}:8080",
    rules: tuple[str, ...] = _GROUP,
    both_ends: Expected | None = None,
    address: str = "169.254.169.254",
    machine: Host | None = None,
) -> Scenario:
    """The router is the provider's host: it filters, translates, and answers as the metadata service."""
    usual = router()
    return Scenario(
        name=name,
        hosts=(
            client(),
            router(
                addresses=(*usual.addresses, f"{address}/32"),
                nft=_filter(*rules),
                daemons=(service,) if service is not None else (),
            ),
            machine if machine is not None else server(daemons=(http_server("0.0.0.0", 8080),)),
        ),
        target=target,
        both_ends=both_ends or Expected(verdict="security-group-blocks", certainty="likely"),
    )


SCENARIO = _in_a_cloud("aws-security-group", _AWS)

VARIANTS = (
    _in_a_cloud("aws-by-its-private-address", _AWS, target="tcp://10.20.0.5:8080"),
    _in_a_cloud(
        "azure",
        _service(
            {
                f"/metadata/instance/{path}?api-version=2021-02-01&format=text": text
                for path, text in {
                    "compute/vmId": "0c8d2e1f-3a4b-4c5d-8e6f-7a8b9c0d1e2f",
                    "compute/name": "shop",
                    "compute/location": "westeurope",
                    "compute/resourceGroupName": "shop-rg",
                    "network/interface/0/ipv4/ipAddress/0/publicIpAddress": PUBLIC,
                    "network/interface/0/ipv4/ipAddress/0/privateIpAddress": "10.20.0.5",
                }.items()
            },
            wanted=("Metadata", "true"),
        ),
    ),
    _in_a_cloud(
        "google-cloud",
        _service(
            {
                f"/computeMetadata/v1/{path}": text
                for path, text in {
                    "instance/id": "5824915733871244991",
                    "instance/name": "shop",
                    "instance/zone": "projects/12/zones/europe-west1-b",
                    "project/project-id": "shop-12",
                    "instance/network-interfaces/0/network": "projects/12/networks/default",
                    "instance/network-interfaces/0/access-configs/0/external-ip": PUBLIC,
                    "instance/network-interfaces/0/ip": "10.20.0.5",
                }.items()
            },
            wanted=("Metadata-Flavor", "Google"),
            headers={"Metadata-Flavor": "Google"},
        ),
    ),
    _in_a_cloud(
        "alibaba",
        _service(
            {
                f"{_EC2}instance-id": "i-bp1a2b3c4d5e6f7g8h9i",
                f"{_EC2}region-id": "cn-hangzhou",
                f"{_EC2}eipv4": PUBLIC,
                f"{_EC2}private-ipv4": "10.20.0.5",
            },
            address="100.100.100.200",
            token=("/latest/api/token", "X-aliyun-ecs-metadata-token"),
        ),
        address="100.100.100.200",
    ),
    _in_a_cloud(
        "tencent",
        _service(
            {
                f"{_EC2}instance-id": "ins-4k7m2p9q",
                f"{_EC2}placement/region": "ap-guangzhou",
                f"{_EC2}public-ipv4": PUBLIC,
                f"{_EC2}local-ipv4": "10.20.0.5",
                f"{_EC2}instance/security-group": "sg-7f3k2m9p",
            },
            address="169.254.0.23",
        ),
        address="169.254.0.23",
    ),
    _in_a_cloud("oracle-that-tells-no-public-address", _ORACLE),
    _in_a_cloud(
        "oracle-that-lets-nothing-in",
        _ORACLE,
        rules=(*_GROUP[:2], "drop"),
        both_ends=Expected(verdict="security-group-blocks", certainty="possible"),
    ),
)

NEAR_MISSES = (
    _in_a_cloud(
        "the-machine-s-own-firewall",
        _AWS,
        rules=("accept",),
        machine=server(
            nft="table inet f { chain in { type filter hook input priority 0; tcp dport 8080 drop; }\n}\n",
            daemons=(http_server("0.0.0.0", 8080),),
        ),
        both_ends=Expected(verdict="server-firewall-drops", certainty="proven"),
    ),
    _in_a_cloud(
        "whoever-answers-there",
        _service({"*": "12345678"}),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="firewall-drops-on-path", certainty="proven"),
    ),
    _in_a_cloud(
        "metadata-of-another-machine",
        _service({f"{_EC2}instance-id": "i-0a1b2c3d4e5f67890", f"{_EC2}local-ipv4": "10.99.0.9"}),
        target="tcp://10.20.0.5:8080",
        both_ends=Expected(verdict="firewall-drops-on-path", certainty="likely"),
    ),
    _in_a_cloud(
        "lets-it-in",
        _AWS,
        rules=("tcp dport 8080 accept",),
        both_ends=Expected(verdict="", outcome="connected"),
    ),
)

CAUSE = Cause(
    slug="security-group-blocks",
    title=say("The cloud's packet filter in front of the server swallows the packets"),
    symptoms=SILENCE,
    look_alikes=frozenset(
        {"firewall-drops-on-path", "server-firewall-drops", "host-down", "private-address-unreachable"}
    ),
    needs=(
        *AROUND_SILENCE,
        *WHOSE_ADDRESS,
        *WATCHED,
        *on_client(PacketFate, Leaving),
        *on_server(PacketFate, Cloud),
    ),
    judge=judge,
    scenario=SCENARIO,
    variants=VARIANTS,
    near_misses=NEAR_MISSES,
)
