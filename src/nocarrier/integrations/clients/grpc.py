"""gRPC. The text of an exception has the status and, where no address could be connected to, each one's error."""

from __future__ import annotations

from nocarrier.integrations.clients.client import Client, Frame
from nocarrier.integrations.clients.looking import at, text
from nocarrier.model.annotations import Any


def _says(exception: Any) -> str:
    """The status and the details in one line: they are one error, and what it prints has them in several."""
    try:
        return f"StatusCode.{text(at(exception.code(), 'name'))}: {text(exception.details())}"
    except Exception:  # another kind of RpcError, or none that has ended
        return text(exception)


CALLS = ("UnaryUnary", "UnaryStream", "StreamUnary", "StreamStream")
CLIENT = Client(
    name="grpc",
    scheme="grpc",
    frames={f"grpc._channel:_{call}MultiCallable.__call__": Frame(address="self._target") for call in CALLS},
    says=_says,
)
