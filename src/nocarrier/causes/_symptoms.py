"""Sets of symptoms that several causes are asked for."""

from __future__ import annotations

from nocarrier.model.judgement import Symptom

NOT_CONNECTED = frozenset({Symptom.REFUSED, Symptom.TIMED_OUT, Symptom.UNREACHABLE})
"No connection was made."
NOT_UNDERSTOOD = frozenset({
    Symptom.RESET, Symptom.CLOSED, Symptom.NO_ANSWER, Symptom.PROTOCOL_MISMATCH, Symptom.REJECTED, Symptom.TLS_FAILED,
})  # fmt: skip
"One was made, and what came over it was not what the client's protocol wants."
