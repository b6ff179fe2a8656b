"""AMQP: pika, aio-pika and aiormq; py-amqp, and kombu (Celery) on top of it. pika keeps what it met in the arguments of what it raises."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.readings.messages.reading import MEANT, OPAQUE, SENTENCE

CLIENT = Client(
    name="amqp",
    scheme="amqp",
    beneath=("exception",),
    beside=("exceptions",),
    classes={
        "pika.exceptions.ProbableAuthenticationError": Meaning("rejected", "service", MEANT),
        "pika.exceptions.ProbableAccessDeniedError": Meaning("rejected", "service", MEANT),
        "pika.exceptions.AuthenticationError": Meaning("rejected", "service", MEANT),
        "pika.exceptions.IncompatibleProtocolError": Meaning("protocol-mismatch", "service", SENTENCE - 1),
        "pika.exceptions.StreamLostError": Meaning("closed", "service"),
        "pika.exceptions.AMQPHeartbeatTimeout": Meaning("timed-out", "service", MEANT),
        "pika.exceptions.ConnectionClosedByBroker": Meaning("rejected", "service"),
        "pika.exceptions.ConnectionClosedByClient": None,
        "pika.exceptions.ConnectionOpenAborted": None,
        "pika.exceptions.AMQPConnectionError": Meaning("unknown", "", OPAQUE),
        "pika.adapters.utils.connection_workflow.AMQPConnectorStackTimeout": Meaning("timed-out", "service", MEANT),
        "pika.adapters.utils.connection_workflow.AMQPConnectorSocketConnectError": Meaning("unknown", "tcp", OPAQUE),
        "pika.adapters.utils.connection_workflow.AMQPConnectorTransportSetupError": Meaning("unknown", "tls", OPAQUE),
        "pika.adapters.utils.connection_workflow.AMQPConnectorAMQPHandshakeError": Meaning(
            "unknown", "service", OPAQUE
        ),
        "kombu.exceptions.OperationalError": Meaning("unknown", "", OPAQUE),
        "amqp.exceptions.AccessRefused": Meaning("rejected", "service", MEANT),
        "amqp.exceptions.NotAllowed": Meaning("rejected", "service", MEANT),
        "amqp.exceptions.ConnectionForced": Meaning("rejected", "service", MEANT),
        "amqp.exceptions.RecoverableConnectionError": Meaning("closed", "service"),
        "aiormq.exceptions.AuthenticationError": Meaning("rejected", "service", MEANT),
        "aiormq.exceptions.ProbableAuthenticationError": Meaning("rejected", "service", MEANT),
        "aiormq.exceptions.IncompatibleProtocolError": Meaning("protocol-mismatch", "service", MEANT),
        "aiormq.exceptions.ConnectionNotAllowed": Meaning("rejected", "service", MEANT),
        "aiormq.exceptions.ConnectionClosed": Meaning("closed", "service"),
        "aiormq.exceptions.AMQPConnectionError": Meaning("unknown", "", OPAQUE),
    },
    frames={
        "amqp.transport:_AbstractTransport.connect": Frame(
            host="self.host", port="self.port", secure=("self.sslopts",)
        ),
        "pika.adapters.utils.selector_ioloop_adapter:_AddressResolver._resolve": Frame(
            host="self._host", port="self._port", step="name"
        ),
        "pika.adapters.blocking_connection:BlockingConnection._create_connection": Frame(
            host="configs.0._host", port="configs.0._port", secure=("configs.0._ssl_options",)
        ),
        "aio_pika.connection:Connection.connect": Frame(url="self.url"),
        "aio_pika.abc:UnderlayConnection.make_connection": Frame(url="url"),
        "aiormq.connection:Connection.connect": Frame(url="self.url"),
        "aiormq.connection:FrameReceiver.get_frame": Frame(step="service"),
    },
)
