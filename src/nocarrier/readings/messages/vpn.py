"""Tunnels: OpenVPN, WireGuard, strongSwan and Libreswan, pppd, OpenConnect and AnyConnect, Tailscale, cloudflared, ngrok."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, WORDS, ErrorClass, Reading

STEMS = (
    "authentication of '",
    "handshake for peer",
    " did not complete after ",
    " retransmits",
    "tls error: ",
    "error code returned on failure is ",
)

OPENVPN, IKE, ANYCONNECT, TAILSCALE, CLOUDFLARED, WINDOWS = (
    "openvpn",
    "ike",
    "anyconnect",
    "tailscale",
    "cloudflared",
    "windows",
)

SAID = (
    Phrase("error reading from ssl connection (connection closed)", "closed", "tls", "openfortivpn", worth=MEANT + 1),
    Phrase("proxyconnectionerror: error connecting to socks", "proxy", "proxy", "socks", worth=MEANT),
    Phrase("open-conn-track: timeout opening", "timed-out", "tcp", "tailscale", worth=MEANT),
    Phrase("tls key negotiation failed to occur", "timed-out", "tls", OPENVPN),
    Phrase("tls error: tls handshake failed", "tls-failed", "tls", OPENVPN, worth=OPAQUE),
    Phrase("tls_error: bio read", "tls-failed", "tls", OPENVPN),
    Phrase("tls object -> incoming plaintext read error", "tls-failed", "tls", OPENVPN),
    Phrase("cannot locate hmac in incoming packet", "tls-failed", "tls", OPENVPN, worth=MEANT),
    Phrase("tls-crypt unwrap error", "tls-failed", "tls", OPENVPN, worth=MEANT),
    Phrase("packet hmac authentication failed", "tls-failed", "tls", OPENVPN, worth=MEANT),
    Phrase("verify error: depth=", "tls-failed", "tls", OPENVPN, worth=MEANT),
    Phrase("verify x509name error", "tls-failed", "tls", OPENVPN, worth=MEANT),
    Phrase("auth_failed", "rejected", "service", OPENVPN, worth=MEANT),
    Phrase("cannot resolve host address", "name-not-resolved", "name", OPENVPN, worth=MEANT),
    Phrase("connection reset, restarting", "reset", "", OPENVPN, worth=MEANT),
    Phrase("inactivity timeout (--ping-", "timed-out", "service", OPENVPN, worth=MEANT),
    Phrase("server poll timeout, ", "timed-out", "tcp", OPENVPN, worth=MEANT),
    Phrase("event: connection_timeout", "timed-out", "tcp", OPENVPN, worth=MEANT),
    Phrase("network_eof_error", "closed", "", OPENVPN, worth=MEANT),
    Phrase("network_recv_error", "reset", "", OPENVPN, worth=MEANT),
    Phrase("bad encapsulated packet length from peer", "protocol-mismatch", "service", OPENVPN, worth=MEANT),
    Phrase("http proxy returned bad status", "proxy", "proxy", OPENVPN, worth=MEANT + 1),
    Phrase("socks proxy returned bad reply", "proxy", "proxy", OPENVPN, worth=MEANT + 1),
    # strongSwan, Libreswan
    Phrase("peer not responding, trying again", "timed-out", "service", IKE, worth=MEANT),
    Phrase("no response (or no acceptable response) to our", "timed-out", "service", IKE, worth=MEANT),
    Phrase("max number of retransmissions (", "timed-out", "service", IKE),
    Phrase("v2n_no_proposal_chosen", "rejected", "service", IKE, worth=MEANT),
    Phrase("received no_proposal_chosen", "rejected", "service", IKE, worth=MEANT),
    Phrase("received authentication_failed", "rejected", "service", IKE, worth=MEANT),
    Phrase("received ts_unacceptable", "rejected", "service", IKE, worth=MEANT),
    Phrase("sending no_proposal_chosen", "rejected", "service", IKE, worth=MEANT),
    Phrase("no matching peer config found", "rejected", "service", IKE, worth=MEANT),
    Phrase("no response to our first ike message", "timed-out", "service", IKE, worth=MEANT),
    Phrase("ipcp terminated by peer", "closed", "service", "pppd", worth=MEANT),
    Phrase("lcp terminated by peer", "closed", "service", "pppd", worth=MEANT),
    Phrase("initiate aborted", "unknown", "", IKE, worth=OPAQUE),
    # pppd
    Phrase("lcp: timeout sending config-requests", "timed-out", "service", "pppd", worth=MEANT),
    Phrase("chap authentication failed", "rejected", "service", "pppd", worth=MEANT),
    Phrase("pap authentication failed", "rejected", "service", "pppd", worth=MEANT),
    # OpenConnect, AnyConnect
    Phrase("cookie was rejected by server", "rejected", "service", ANYCONNECT, worth=MEANT),
    Phrase("failed to obtain webvpn cookie", "rejected", "service", ANYCONNECT, worth=WORDS),
    Phrase("server certificate verify failed", "tls-failed", "tls", ANYCONNECT, worth=MEANT),
    Phrase("dtls handshake failed", "tls-failed", "tls", ANYCONNECT),
    Phrase("dead peer detection detected dead peer", "timed-out", "hold", ANYCONNECT, worth=MEANT),
    Phrase("rejected the connection attempt", "rejected", "service", ANYCONNECT, worth=MEANT),
    Phrase("unsuccessful domain name resolution", "name-not-resolved", "name", ANYCONNECT, worth=MEANT),
    Phrase("establish a connection to the specified secure gateway", "unknown", "tcp", ANYCONNECT, worth=OPAQUE),
    Phrase("unable to establish the vpn connection", "unknown", "tcp", "forticlient", worth=OPAQUE),
    # Windows' Remote Access Service (rasdlg), without its number
    Phrase("the user name and password combination you provided is not recognized", "rejected", "service", WINDOWS, worth=MEANT),
    Phrase("so the port used for this connection was closed", "unknown", "tcp", WINDOWS, worth=MEANT),
    Phrase("because the attempted vpn tunnels failed", "unknown", "tcp", WINDOWS, worth=MEANT),
    Phrase("because of a policy configured on your ras/vpn server", "rejected", "service", WINDOWS, worth=MEANT),
    Phrase("the name of the remote access server did not resolve", "name-not-resolved", "name", WINDOWS, worth=MEANT),
    Phrase("ike authentication credentials are unacceptable", "rejected", "service", WINDOWS, worth=MEANT),
    # Tailscale, ZeroTier
    Phrase("failed to connect to local tailscaled", "unknown", "tcp", TAILSCALE, worth=OPAQUE),
    Phrase("could not connect to the relay server", "unknown", "tcp", TAILSCALE, worth=OPAQUE),
    # cloudflared, ngrok
    Phrase("application error 0x0", "closed", "", "quic"),
    Phrase("failed to serve tunnel connection", "unknown", "", CLOUDFLARED, worth=OPAQUE),
    Phrase("timeout: no recent network activity", "timed-out", "", "quic", worth=MEANT),
    Phrase("responding to traffic from cloudflared: eof", "closed", "http", CLOUDFLARED, worth=MEANT),
    Phrase("unable to reach the origin service", "unknown", "http", CLOUDFLARED, worth=OPAQUE),
    Phrase("unable to establish connection with cloudflare edge", "unknown", "tcp", CLOUDFLARED, worth=OPAQUE),
    Phrase("unauthorized: invalid tunnel secret", "rejected", "service", CLOUDFLARED, worth=MEANT),
    Phrase("failed to establish a connection to the local address", "refused", "tcp", "ngrok", worth=MEANT),
    Phrase("failed to start tunnel", "unknown", "", "ngrok", worth=OPAQUE),
    Phrase(".ngrok.io not found", "rejected", "http", "ngrok", {"http_status": 404}, MEANT),
    Phrase(".ngrok-free.app not found", "rejected", "http", "ngrok", {"http_status": 404}, MEANT),
    Phrase("err_ngrok_8012", "rejected", "http", "ngrok", {"http_status": 502}, MEANT),
    Phrase("err_ngrok_", "rejected", "service", "ngrok"),
    Phrase("err_ngrok_3200", "rejected", "http", "ngrok", {"http_status": 404}, MEANT),
)  # fmt: skip

RAS: dict[int, tuple[ErrorClass, str]] = {
    619: ("closed", "service"), 628: ("closed", "service"), 629: ("closed", "service"), 678: ("timed-out", "tcp"), 691: ("rejected", "service"),
    718: ("timed-out", "service"), 789: ("rejected", "service"), 809: ("timed-out", "tcp"), 812: ("rejected", "service"), 868: ("name-not-resolved", "name"),
    13801: ("rejected", "service"), 13806: ("rejected", "service"), 13868: ("rejected", "service"),
}  # fmt: skip
"Errors of Windows' Remote Access Service (raserror.h) and of its IKE."

_PEER = pattern(r"Handshake for peer \d{1,6} \((\[?[0-9A-Fa-f.:]{2,45}\]?):(\d{1,5})\) did not complete")
_AUTHENTICATION = pattern(r"\bauthentication of '[^'\n]{1,253}' (?:\(myself\) )?with [^\n]{1,60} failed")
"strongSwan of an end whose proof it does not accept, or cannot give."
_SLOW = pattern(r"\b[Hh]andshake\b.{0,160}? did not complete after \d{1,3} seconds")
"WireGuard of a peer that it names by its key."
_RETRANSMITS = pattern(r"\bgiving up after \d{1,3} retransmits")
_RAS = pattern(r"error code returned on failure is (\d{3,5})\b")


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
    peer = _PEER.search(line)
    if peer is not None:
        port = min(int(peer[2]), 65535)
        yield Reading(kind="timed-out", worth=SENTENCE, client="wireguard", host=peer[1].strip("[]"), port=port)
    elif _SLOW.search(line):
        yield Reading(kind="timed-out", worth=SENTENCE, client="wireguard")
    if _AUTHENTICATION.search(line):
        yield Reading(kind="rejected", worth=SENTENCE, client=IKE, step="service")
    if _RETRANSMITS.search(line):
        yield Reading(kind="timed-out", worth=MEANT, client=IKE, step="service")
    ras = _RAS.search(line)
    if ras is not None:
        kind, step = RAS.get(int(ras[1]), ("unknown", ""))
        worth = OPAQUE if kind == "unknown" else CODE
        yield Reading(kind=kind, worth=worth, client="windows", step=step, code={"ras": int(ras[1])}, at=ras.start())
