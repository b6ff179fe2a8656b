"""Package managers: apt, yum and dnf, apk, opkg, snap. What libcurl says through others stands in `curl`."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.record import replace
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import CODE, MEANT, OPAQUE, SENTENCE, ErrorClass, Reading

STEMS = (
    "temporary failure resolving",
    "could not resolve '",
    "wget returned ",
    "wget failed with ",
    "wget exited with ",
    "[ip: ",
    "[errno 14] http",
    "something wicked happened resolving",
)

APT, YUM, APK, OPKG, GPG = "apt", "yum", "apk", "opkg", "gpg"

SAID = (
    Phrase("cannot retrieve repository metadata (repomd.xml)", "unknown", "", YUM, worth=OPAQUE),
    Phrase("failed to download metadata for repo", "unknown", "", YUM, worth=OPAQUE),
    Phrase("temporary failure resolving", "name-not-resolved", "name", APT, {"errno": "EAI_AGAIN"}),
    Phrase("something wicked happened resolving", "name-not-resolved", "name", APT, worth=MEANT),
    Phrase("unable to fetch some archives", "unknown", "", APT, worth=OPAQUE),
    Phrase("connection failed [ip: ", "unknown", "tcp", APT, worth=OPAQUE),
    Phrase("undetermined error [ip: ", "unknown", "", APT, worth=OPAQUE),
    Phrase("error reading from server. remote end closed connection", "closed", "http", APT, worth=MEANT),
    Phrase("invalid response from proxy", "proxy", "proxy", APT, worth=MEANT + 1),
    Phrase("does the network require authentication?", "protocol-mismatch", "http", APT, worth=MEANT),
    Phrase("the http server sent an invalid ", "protocol-mismatch", "http", APT, worth=MEANT),
    Phrase("noresponsedatareceived", "closed", "http", "haskell", worth=MEANT),
    Phrase("keyserver timed out", "timed-out", "", GPG, worth=MEANT),
    Phrase("keyserver receive failed: no name", "name-not-resolved", "name", GPG, worth=MEANT),
    Phrase("keyserver receive failed: ", "unknown", "", GPG, worth=OPAQUE),
    Phrase("keyserver search failed: ", "unknown", "", GPG, worth=OPAQUE),
    Phrase("keyserver send failed: ", "unknown", "", GPG, worth=OPAQUE),
    Phrase("cannot find a valid baseurl for repo", "unknown", "", YUM, worth=OPAQUE),
    Phrase("all mirrors were tried", "unknown", "", YUM, worth=OPAQUE),
    Phrase("could not retrieve mirrorlist", "unknown", "", YUM, worth=OPAQUE),
    Phrase("error was 12: timeout on", "timed-out", "", YUM, worth=MEANT),
    Phrase("temporary error (try again later)", "unknown", "", APK, worth=OPAQUE),
    Phrase("dns lookup error", "name-not-resolved", "name", APK, worth=MEANT),
    Phrase("dns: transient error", "name-not-resolved", "name", APK, worth=MEANT),
    Phrase("dns: name does not exist", "name-not-resolved", "name", APK, worth=MEANT),
    Phrase("network connection aborted", "closed", "", APK),
    Phrase("network error (check internet connection", "unknown", "", APK, worth=OPAQUE),
    Phrase("remote server returned error (try", "rejected", "http", APK, worth=MEANT),
    Phrase("server certificate not trusted", "tls-failed", "tls", APK, worth=MEANT),
    Phrase("failed to download the package list from ", "unknown", "", OPKG, worth=OPAQUE),
    Phrase("unable to contact snap store", "unknown", "", "snap", worth=OPAQUE),
    Phrase("error code: connection failed", "unknown", "tcp", "zypper", worth=OPAQUE),
    Phrase("not found on medium '", "rejected", "http", "zypper", {"http_status": 404}, MEANT),
    Phrase("failed to synchronize all databases", "unknown", "", "pacman", worth=OPAQUE),
    Phrase("failed to synchronize any databases", "unknown", "", "pacman", worth=OPAQUE),
    Phrase("(failed to retrieve some files)", "unknown", "", "pacman", worth=OPAQUE),
    Phrase("timeout exceeded when accessing", "timed-out", "", "zypper", worth=MEANT),
)  # fmt: skip

WGET: dict[int, tuple[ErrorClass, str]] = {
    1: ("unknown", ""), 4: ("unknown", ""), 5: ("tls-failed", "tls"), 6: ("rejected", "http"), 7: ("protocol-mismatch", "http"), 8: ("rejected", "http"),
}  # fmt: skip
"Exit codes of wget (wget(1), EXIT STATUS)."

_NAME = pattern(
    r"(?i)temporary failure resolving ['‘\"]?([\w.-]{1,253})|happened resolving ['‘\"]?([\w.-]{1,253})|^(?:[WE]: )?could not resolve '([\w.-]{1,253})'$"
)
_STATUS = pattern(r"(?<!\S)([45]\d\d) {1,2}[A-Z][A-Za-z' -]{2,40} \[IP: ")
"apt's complaint of a file."
_YUM = pattern(r"\[Errno 14\] HTTPS? Error ([345]\d\d)\b")
_RETURNED = pattern(r"\bwget (?:returned|failed with|exited with)(?: exit)?(?: code| status)? (\d)\b")


def read(line: str) -> Iterator[Reading]:
    """Sentences, statuses, exit codes."""
    name = _NAME.search(line)
    for one in phrases(SAID, line):
        named = name is not None and one.kind == "name-not-resolved"
        yield (
            replace(one, host=next(group for group in name.groups() if group).rstrip("."))
            if named and name is not None
            else one
        )
    if name is not None and name[3] and "." in name[3]:  # of old apt, which says no more
        yield Reading(kind="name-not-resolved", worth=SENTENCE, client=APT, step="name", host=name[3])
    status = _STATUS.search(line) or _YUM.search(line)
    if status is not None:
        code: dict[str, str | int] = {"http_status": int(status[1])}
        yield Reading(
            kind="rejected",
            worth=CODE,
            client=APT if status.re is _STATUS else YUM,
            step="http",
            code=code,
            at=status.start(),
        )
    returned = _RETURNED.search(line)
    if returned is not None and int(returned[1]) in WGET:
        kind, step = WGET[int(returned[1])]
        worth = OPAQUE if kind == "unknown" else SENTENCE
        yield Reading(
            kind=kind, worth=worth, client="wget", step=step, code={"wget": int(returned[1])}, at=returned.start()
        )
