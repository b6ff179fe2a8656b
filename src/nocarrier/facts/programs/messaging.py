"""Message brokers."""

from __future__ import annotations

from nocarrier.facts.programs.kind import Kind, Line

KINDS = (
    Kind(
        slug="rabbitmq",
        label="RabbitMQ",
        names=frozenset({"beam.smp"}),
        marks=(r"rabbit",),
        schemes=frozenset({"amqp", "amqps"}),
        ports=(5672, 5671),
        lines=(Line(pattern=r"^\s*listeners\.(?:tcp|ssl)\.\w+\s*=\s*(?P<v>(?:\S+:)?{port})\s*$", form="{endpoint}"),),
        files=("/etc/rabbitmq/rabbitmq.conf", "/etc/rabbitmq/conf.d/*.conf"),
        port_lines=(r"^\s*listeners\.(?:tcp|ssl)\.\w+\s*=\s*(?:\S+:)?{port}\s*$",),
        units={"": "rabbitmq-server"},
        binaries=("/usr/sbin/rabbitmq-server",),
    ),
    Kind(
        slug="mosquitto",
        label="Mosquitto",
        names=frozenset({"mosquitto"}),
        schemes=frozenset({"mqtt", "mqtts"}),
        ports=(1883, 8883),
        lines=(Line(pattern=r"^\s*listener\s+{port}\s+(?P<v>\S+)\s*$"),),
        files=("/etc/mosquitto/mosquitto.conf", "/etc/mosquitto/conf.d/*.conf"),
        config_in=((r"\s-c\s*(\S+)", "{0}"),),
        port_lines=(r"^\s*listener\s+{port}\b",),
        units={"": "mosquitto"},
        binaries=("/usr/sbin/mosquitto",),
    ),
)
