"""What is waited for, on one line of a terminal that disappears again."""

from __future__ import annotations

import threading
import time
from types import TracebackType

from nocarrier.model.annotations import TextIO
from nocarrier.model.prose import Prose
from nocarrier.reports.layout import cells
from nocarrier.reports.pen import Pen

FIRST_AFTER = 0.4
"Seconds before anything is shown: what is quicker needs no explanation, and a flash only startles."
AGAIN_AFTER = 0.1
CLEAR = "\r\x1b[K"


class Waiting:
    """Shows the newest text and for how long it has been waited, while its ``with`` block lasts.

    On anything that is no terminal, and on a dumb one, it shows nothing.
    """

    def __init__(self, stream: TextIO, pen: Pen, term: str) -> None:
        self._stream = stream
        self._pen = pen
        self._shows = stream.isatty() and term not in ("", "dumb")
        self._text: Prose | None = None
        self._done = threading.Event()
        self._thread: threading.Thread | None = None
        self._started = time.monotonic()

    def __call__(self, text: Prose) -> None:
        """From now on this is waited for."""
        self._text = text
        if self._shows and self._thread is None:
            self._thread = threading.Thread(target=self._run, name="progress", daemon=True)
            self._thread.start()

    def __enter__(self) -> Waiting:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        wait, shown = FIRST_AFTER, False
        while not self._done.wait(wait):
            self._write(CLEAR + self.line(time.monotonic() - self._started))
            wait, shown = AGAIN_AFTER, True
        if shown:
            self._write(CLEAR)

    def line(self, elapsed: float) -> str:
        """The line after so many seconds, cut to the width of the terminal."""
        text = self._pen.prose(self._text) if self._text is not None else ""
        line = f"{self._pen.duration(elapsed * 1e3)}  {text}"
        while cells(line) >= self._pen.width:
            line = line[:-1]
        return line

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, ValueError):
            self._done.set()  # the terminal is gone; the diagnosis goes on without it
