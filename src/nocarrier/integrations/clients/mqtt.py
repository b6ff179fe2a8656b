"""paho-mqtt and aiomqtt on top of it. They raise what the socket raises: the frames know whom they dialled."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.readings.messages.reading import MEANT, OPAQUE

CLIENT = Client(
    name="mqtt",
    scheme="mqtt",
    classes={
        "paho.mqtt.client.WebsocketConnectionError": Meaning("protocol-mismatch", "websocket", MEANT),
        "paho.mqtt.MQTTException": Meaning("rejected", "service"),
        "aiomqtt.exceptions.MqttConnectError": Meaning("rejected", "service", MEANT),
        "aiomqtt.exceptions.MqttError": Meaning("unknown", "", OPAQUE),
    },
    frames={
        "paho.mqtt.client:Client.connect": Frame(host="host", port="port", secure=("self._ssl_context",)),
        "paho.mqtt.client:Client.reconnect": Frame(
            host="self._host", port="self._port", secure=("self._ssl_context",)
        ),
        "aiomqtt.client:Client.__aenter__": Frame(
            host="self._hostname", port="self._port", secure=("self._client._ssl_context",)
        ),
    },
)
