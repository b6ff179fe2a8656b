"""Services of the network itself."""

from __future__ import annotations

from nocarrier.facts.programs.kind import Flag, Kind, Line

KINDS = (
    Kind(
        slug="sshd",
        label="OpenSSH",
        names=frozenset({"sshd"}),
        schemes=frozenset({"ssh", "sftp"}),
        ports=(22,),
        lines=(Line(pattern=r"^\s*ListenAddress\s+(?P<v>\S+)", form="{endpoint}"),),
        files=("/etc/ssh/sshd_config", "/etc/ssh/sshd_config.d/*.conf"),
        config_in=((r"\s-f\s*(\S+)", "{0}"),),
        port_lines=(r"^\s*Port\s+{port}\s*$",),
        titled=r"^sshd: (.+?) \[listener\]",
        units={"debian": "ssh", "": "sshd"},
        starts={"": "/usr/sbin/sshd"},
        binaries=("/usr/sbin/sshd",),
    ),
    Kind(
        slug="dnsmasq",
        label="dnsmasq",
        names=frozenset({"dnsmasq"}),
        flag=Flag(names=("--listen-address", "-a")),
        lines=(Line(pattern=r"^\s*listen-address\s*=\s*(?P<v>[^\s#]+)"),),
        files=("/etc/dnsmasq.conf", "/etc/dnsmasq.d/*.conf"),
        config_in=((r"(?:--conf-file=|\s-C\s*)(\S+)", "{0}"),),
        units={"": "dnsmasq"},
        binaries=("/usr/sbin/dnsmasq",),
    ),
)
