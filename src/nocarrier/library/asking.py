"""`diagnose`, `diagnose_async` and `explain`, as programs call them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nocarrier.diagnosis import asking
from nocarrier.diagnosis.assemble import report as assemble
from nocarrier.diagnosis.calls import check, target_of
from nocarrier.library.explanation import Explanation
from nocarrier.library.report import Report, shown
from nocarrier.library.shown import Language, translate_into
from nocarrier.model.annotations import TYPE_CHECKING, Any
from nocarrier.model.prose import Prose, say
from nocarrier.model.target import Target
from nocarrier.readings.target import BadTarget

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Future

    from nocarrier.integrations.clients import Way

What = str | Target | BaseException | Sequence[Any]
"What `diagnose` takes for a target."


def diagnose(
    target: What,
    *,
    server: str | None = None,
    from_: str | None = None,
    family: int | None = None,
    timeout: float = 10.0,
    source: str = "",
    expected_addresses: Sequence[str] = (),
    proxy: str | None = None,
    origin: str = "",
    headers: Sequence[tuple[str, str]] = (),
    subprotocols: Sequence[str] = (),
    language: Language = "en",
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Find out whether a target can be connected to, and if not, why. Blocks until that is known.

    ``target`` is what the command line takes (``"wss://shop.example/chat"``, ``"10.0.0.5:5432"``, ``"unix:///run/x.sock"``),
    a pair of host and port (any address as sockets have it), a `Target`, or an exception: then it is what the program was
    dialling when that was raised, as `explain` reads it.

    ``server`` and ``from_`` say where the server's and the client's side are (``local://``, ``netns://NAME``,
    ``pid://N``, ``podman://NAME``, ``docker://NAME``, ``ssh://[user@]host[:port]``). ``family`` is 4 or 6 to use only
    that one. ``timeout`` is the longest the whole may take, in seconds. ``source`` is the address to bind before
    connecting, with a port where the program uses a fixed one; ``expected_addresses`` are those that the name is meant
    to have. ``proxy`` is the URL of the proxy to go through; None: the one that the environment names for this target, as
    clients do; empty: none. ``origin``, ``headers`` (pairs of name and value) and ``subprotocols`` are said in an HTTP
    request or a WebSocket handshake; no header's value ever stands in a report. ``language`` is that of the sentences,
    ``en`` or ``de``. ``progress`` is called with a sentence now and then, from whichever thread has got that far.

    Raises `BadTarget` where the target is none, or the exception does not tell it; ValueError where another argument is
    malformed, TypeError where it is of another kind; `MachineUnreachable` where the client's side cannot be entered, or
    can neither resolve nor dial. A server's side that cannot be entered is a skipped step of the report.
    KeyboardInterrupt ends it at once.
    """
    return _diagnose(
        asking.Cancellation(),
        target,
        server=server,
        from_=from_,
        family=family,
        timeout=timeout,
        source=source,
        expected_addresses=expected_addresses,
        proxy=proxy,
        origin=origin,
        headers=headers,
        subprotocols=subprotocols,
        language=language,
        progress=progress,
    )


async def diagnose_async(
    target: What,
    *,
    server: str | None = None,
    from_: str | None = None,
    family: int | None = None,
    timeout: float = 10.0,
    source: str = "",
    expected_addresses: Sequence[str] = (),
    proxy: str | None = None,
    origin: str = "",
    headers: Sequence[tuple[str, str]] = (),
    subprotocols: Sequence[str] = (),
    language: Language = "en",
    progress: Callable[[str], None] | None = None,
) -> Report:
    """The same as `diagnose`, for a task of asyncio: it runs in a thread of its own.

    Where the task is cancelled the diagnosis ends too, within some 0.2 s, and is waited for: no thread and no socket is
    left behind. Only a name that the system's resolver still looks up keeps a thread until that gives up. ``progress`` is
    called from other threads.
    """
    return await _in_a_thread(
        target,
        server=server,
        from_=from_,
        family=family,
        timeout=timeout,
        source=source,
        expected_addresses=expected_addresses,
        proxy=proxy,
        origin=origin,
        headers=headers,
        subprotocols=subprotocols,
        language=language,
        progress=progress,
    )


def explain(what: str | bytes | BaseException, *, language: Language = "en") -> Explanation:
    """What an error means: the step that failed, the target, the causes that fit, and what would decide.

    ``what`` is what a program printed, a line or a whole log (of bytes also one that is packed with gzip, or in UTF-16), or an exception. Of an exception also what it came from is
    read: causes, contexts that are not suppressed, groups, and what client libraries wrap; no library is imported for
    that. Nothing is dialled or looked up. ``language`` is that of the sentences, ``en`` or ``de``. Raises TypeError where
    ``what`` is neither, ValueError where bytes hold no text, or not all of it: packed otherwise, damaged, cut short.
    """
    translate = translate_into(language)
    if isinstance(what, BaseException):
        from nocarrier.integrations.clients import explained

        return Explanation(_told=explained(what), language=language)
    from nocarrier.diagnosis.explaining import explained as explained_text
    from nocarrier.readings.messages.asked import asked_about
    from nocarrier.readings.messages.encoded import as_utf8
    from nocarrier.readings.messages.reading import NoText

    if not isinstance(what, (str, bytes)):
        raise TypeError(f"explain takes a text or an exception, not {type(what).__name__}")
    try:
        text = [what.encode("utf-8", "surrogatepass")] if isinstance(what, str) else as_utf8([what])
        return Explanation(_told=explained_text(asked_about(text)), language=language)
    except NoText as unread:
        raise ValueError(unread.why.render(translate)) from None


def _diagnose(
    cancellation: asking.Cancellation,
    target: What,
    *,
    language: Language,
    progress: Callable[[str], None] | None,
    **options: Any,
) -> Report:
    translate = translate_into(language)
    check(**options)

    def tell(sentence: Prose) -> None:
        if progress is not None:
            progress(sentence.render(translate))

    if isinstance(target, BaseException):
        dialled = _dialled(target)
        target = dialled.target
        options["source"] = options["source"] or dialled.source
        options["proxy"] = dialled.proxy if options["proxy"] is None else options["proxy"]
    found = asking.find_out(target_of(target), **options, progress=tell, cancellation=cancellation)
    return shown(assemble(found, translate), language)


def _dialled(exception: BaseException) -> Way:
    from nocarrier.integrations.clients import tried

    found = tried(exception)
    if not found:
        raise BadTarget(say("The exception tells of no connection that failed."))
    for one in found:
        if one.way is not None:
            return one.way
    if all(one.bound for one in found):
        raise BadTarget(
            say("A socket could not be bound, and nobody was dialled: there is no connection to look into.")
        )
    raise BadTarget(say("The exception does not tell what was dialled."))


async def _in_a_thread(target: What, **options: Any) -> Report:
    """Wait for a diagnosis in a thread of its own, and end it where the task is cancelled."""
    import asyncio
    from threading import Thread

    loop = asyncio.get_running_loop()
    done: Future[Report] = loop.create_future()
    cancellation = asking.Cancellation()

    def work() -> None:
        try:
            report = _diagnose(cancellation, target, **options)
        except BaseException as error:  # it belongs to whoever waits
            _tell(loop, done, None, error)
        else:
            _tell(loop, done, report, None)

    thread = Thread(target=work, name="nocarrier", daemon=True)
    thread.start()
    try:
        return await asyncio.shield(done)
    except asyncio.CancelledError:
        cancellation.cancel()
        await _ended(done)
        raise
    finally:
        thread.join()


def _tell(loop: AbstractEventLoop, done: Future[Report], report: Report | None, error: BaseException | None) -> None:
    """From the thread to the task; nobody hears it where the loop was closed meanwhile."""

    def tell() -> None:
        if done.done():
            return
        if report is not None:
            done.set_result(report)
        else:
            done.set_exception(error if isinstance(error, Exception) else asking.Cancelled())

    try:
        loop.call_soon_threadsafe(tell)
    except RuntimeError:
        return


async def _ended(done: Future[Report]) -> None:
    """Wait for the thread, whatever else happens to the task meanwhile: it ends soon."""
    import asyncio

    while not done.done():
        try:
            await asyncio.wait([done])
        except asyncio.CancelledError:
            continue
    done.exception()  # it was Cancelled, and has been heard
