"""botocore, below boto3: urllib3 in its own clothes."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame, Meaning
from nocarrier.readings.messages.reading import MEANT, OPAQUE

CLIENT = Client(
    name="botocore",
    urls=("kwargs.endpoint_url",),
    classes={
        "botocore.exceptions.ProxyConnectionError": Meaning("proxy", "proxy", MEANT + 1),
        "botocore.exceptions.SSLError": Meaning("tls-failed", "tls"),
        "botocore.exceptions.ConnectTimeoutError": Meaning("timed-out", "tcp", MEANT),
        "botocore.exceptions.ReadTimeoutError": Meaning("timed-out", "", MEANT),
        "botocore.exceptions.ConnectionClosedError": Meaning("closed", "http"),
        "botocore.exceptions.EndpointConnectionError": Meaning("unknown", worth=OPAQUE),
        "botocore.exceptions.HTTPClientError": Meaning("unknown", worth=OPAQUE),
        "botocore.exceptions.BotoCoreError": None,
    },
    beneath=("kwargs.error",),
    frames={"botocore.httpsession:URLLib3Session.send": Frame(url="request.url", through=("proxy_url",))},
)
