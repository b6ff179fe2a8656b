"""What the manual says beside the words of the commands: data only, which ``nocarrier man`` sets."""

from __future__ import annotations

from nocarrier.facts.services import DEFAULT_PORT
from nocarrier.model.prose import say

DATE = "2026-11-28"
"The day on which this text was last gone through."

ABOUT = (
    say(
        "nocarrier finds out whether a target can be connected to, and if not, which one of the causes that it knows it is. It gathers "
        "evidence on the client's machine and, with --server, on the server's; names the cause, says how sure it is and why, what was "
        "ruled out and what would decide the rest; and prints the fix for this very system."
    ),
    say(
        "Root is not needed; what it would add stands in the report as a skipped step. Nothing is changed on any machine, nothing is "
        "installed on a far one, and nothing secret enters a report."
    ),
)

TARGETS = say(
    "A target is written scheme://host[:port][/path], host:port, as two words host port, or unix:///path. Schemes, most of which "
    "have a port by default: {schemes}.",
    schemes=", ".join(DEFAULT_PORT),
)

PLACES = (
    ("local://", say("this machine")),
    ("netns://NAME", say("a network namespace, as ip-netns(8) names them")),
    ("pid://NUMBER", say("where a process is: its namespaces, and its root")),
    ("podman://NAME", say("a running container")),
    ("docker://NAME", say("a running container")),
    (
        "ssh://[USER@]HOST[:PORT]",
        say("another machine, by your own OpenSSH client with its configuration; it never asks for a password"),
    ),
)

EXITS = (
    ("0", say("it connects, and the protocol works; explain: an error was found")),
    ("1", say("it fails, and the report says why; explain: there is no connection error in the text")),
    ("2", say("the call was wrong")),
    ("3", say("the diagnosis could not be carried out, or a file that was asked for not be written")),
    ("130", say("it was interrupted")),
    ("run", say("ends as its command does")),
)

ENVIRONMENT = (
    ("LC_ALL, LC_MESSAGES, LANG, LANGUAGE", say("the language, as gettext reads them; --lang goes before them")),
    (
        "NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE",
        say("whether colours are written; by default on a terminal only"),
    ),
    ("COLUMNS", say("the width of the report; by default the terminal's, or 80")),
    (
        "http_proxy, https_proxy, all_proxy, no_proxy",
        say("the proxy, as the clients of the target's scheme read them"),
    ),
    ("NOCARRIER_HISTORY", say("0: the targets that were diagnosed are not remembered")),
    ("XDG_STATE_HOME, XDG_DATA_HOME", say("where the files below stand")),
)

FILES = (
    (
        "~/.local/state/nocarrier/targets",
        say(
            "the last targets, without user, password and query, for completing them in a shell; only the user may read it"
        ),
    ),
    ("~/.local/share/nocarrier/edges/", say("the ranges of providers that nocarrier edges refresh fetched")),
)

EXAMPLES = (
    (say("From here alone: what fits, and the one command that decides:"), "nocarrier tcp://10.20.0.5:8080"),
    (
        say("The server's side too:"),
        "nocarrier ws://shop.example:2345/chat --server ssh://shop.example",
    ),
    (say("As seen from inside a container:"), "nocarrier redis://cache --from podman://worker"),
    (say("What a message of any client means:"), 'nocarrier explain "connect ECONNREFUSED 127.0.0.1:5001"'),
    (say("The page of a cause:"), "nocarrier causes listening-on-loopback-only"),
)

SEE_ALSO = "ss(8), ip(8), ip-netns(8), nft(8), ssh(1), ssh_config(5), getaddrinfo(3), curl(1)"
