"""Kafka: kafka-python, aiokafka and confluent-kafka. They try again until they give up, and the reason of each attempt
goes to their log alone; confluent-kafka does not even say whom it tried."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.integrations.clients.looking import text
from nocarrier.readings.messages.placed import POLLED
from nocarrier.readings.messages.reading import MEANT, OPAQUE


def _says(exception: BaseException) -> str:
    """Without the name of the class, with which every text begins."""
    return text(exception).rpartition("Error: ")[2]


_GAVE_UP = Meaning("unknown", "", OPAQUE, open=POLLED)
_REFUSED = Meaning("rejected", "service", MEANT)

CLIENT = Client(
    name="kafka",
    scheme="kafka",
    classes={
        "kafka.errors.NoBrokersAvailable": _GAVE_UP,
        "kafka.errors.KafkaTimeoutError": _GAVE_UP,
        "kafka.errors.KafkaConnectionError": _GAVE_UP,
        "kafka.errors.NodeNotReadyError": _GAVE_UP,
        "kafka.errors.AuthenticationFailedError": _REFUSED,
        "kafka.errors.SaslAuthenticationFailedError": _REFUSED,
        "kafka.errors.UnsupportedSaslMechanismError": _REFUSED,
        "aiokafka.errors.KafkaConnectionError": _GAVE_UP,
        "aiokafka.errors.KafkaTimeoutError": _GAVE_UP,
        "aiokafka.errors.NodeNotReadyError": _GAVE_UP,
        "aiokafka.errors.AuthenticationFailedError": _REFUSED,
        "aiokafka.errors.SaslAuthenticationFailed": _REFUSED,
        "cimpl.KafkaException": _GAVE_UP,
    },
    says=_says,
    frames={
        "kafka.net.manager:KafkaConnectionManager._do_bootstrap": Frame(
            host="bootstrap_broker.host", port="bootstrap_broker.port", secure=("self.config.security_protocol",)
        ),
        "aiokafka.client:AIOKafkaClient.bootstrap": Frame(
            host="self.hosts.0.0", port="self.hosts.0.1", secure=("self._security_protocol",)
        ),
    },
)
