"""Servers that run in a Java virtual machine."""

from __future__ import annotations

from nocarrier.facts.programs.kind import Flag, Kind, Line

JAVA = frozenset({"java"})

SPRINGS = (Line(pattern=r"^\s*server\.address\s*[=:]\s*(?P<v>[^\s#]+)"),)
SETTINGS = ("{dir}/application.properties", "{dir}/config/application.properties")

KINDS = (
    Kind(
        slug="tomcat",
        label="Tomcat",
        names=JAVA,
        marks=(r"-Dcatalina\.base=",),
        lines=(
            Line(pattern=r"<Connector\b.*\bport=\"{port}\".*\baddress=\"(?P<v>[^\"]*)\""),
            Line(pattern=r"<Connector\b.*\baddress=\"(?P<v>[^\"]*)\".*\bport=\"{port}\""),
        ),
        config_in=((r"-Dcatalina\.base=(\S+)", "{0}/conf/server.xml"),),
        units={"debian": "tomcat10", "": "tomcat"},
    ),
    Kind(
        slug="spring",
        label="Spring",
        names=JAVA,
        # An option after the jar overrides every file (Spring Boot, Externalized Configuration).
        marks=(r"\borg\.springframework\b", r"--?D?server\.(?:address|port)="),
        flag=Flag(names=("--server.address", "-Dserver.address"), added=("--server.address={address}",)),
        lines=SPRINGS,
        files=SETTINGS,
    ),
    # What a jar holds does not stand in the command line: Spring's file beside it tells, and where there is none, nothing does.
    Kind(slug="jar", label="Java", names=JAVA, marks=(r"\s-jar\s",), lines=SPRINGS, files=SETTINGS),
)
