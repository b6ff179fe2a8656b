"""Workerman and GatewayWorker for scenarios: taken from where the environment says, never shipped with nocarrier.

``WORKERMAN_SRC`` and ``GATEWAYWORKER_SRC`` each name a checkout, a project with a ``vendor`` folder, or such a folder;
several are separated by ``:``, so that Workerman 4 and 5 can both be there, and workerman/coroutine, which Workerman 5
requires. A daemon that names one in ``vendor`` finds ``vendor/autoload.php`` in its directory, as in any project.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from nocarrier.model.record import Record


class Source(Record):
    """One library: where the environment names it, its place in a ``vendor`` folder, and its classes.

    ``mark`` is a file that it has; ``classes`` the directory of the classes that begin with ``prefix``.
    """

    variable: str
    package: str
    mark: str
    prefix: str
    classes: str


SOURCES = {
    "workerman-4": Source("WORKERMAN_SRC", "workerman/workerman", "Worker.php", "Workerman\\", ""),
    "workerman-5": Source("WORKERMAN_SRC", "workerman/workerman", "src/Worker.php", "Workerman\\", "src"),
    "gatewayworker": Source(
        "GATEWAYWORKER_SRC", "workerman/gateway-worker", "src/Gateway.php", "GatewayWorker\\", "src"
    ),
}
"By the name that a scenario gives among its packages."

COROUTINE = (
    Source("WORKERMAN_SRC", "workerman/coroutine", "src/Coroutine.php", "Workerman\\Coroutine\\", "src"),
    Source("WORKERMAN_SRC", "workerman/coroutine", "src/Coroutine.php", "Workerman\\", "src"),
)
"What Workerman 5 requires; its classes stand under two prefixes (its composer.json)."

AUTOLOAD = """\
<?php
spl_autoload_register(function (string $class): void {{
    foreach ({places} as [$prefix, $directory]) {{
        $file = $directory . '/' . str_replace('\\\\', '/', substr($class, strlen($prefix))) . '.php';
        if (str_starts_with($class, $prefix) && is_file($file)) {{
            require_once $file;
            return;
        }}
    }}
}});
"""


def found(name: str) -> str:
    """The directory of a library of `SOURCES`, or empty where the environment names none, or not all that it requires."""
    return _directory(SOURCES[name]) if name != "workerman-5" or _directory(COROUTINE[0]) else ""


def _directory(source: Source) -> str:
    return next((place for place in _places(source) if os.path.isfile(os.path.join(place, source.mark))), "")


def _places(source: Source) -> Iterator[str]:
    for root in filter(None, os.environ.get(source.variable, "").split(os.pathsep)):
        yield root
        yield os.path.join(root, source.package)
        yield os.path.join(root, "vendor", source.package)


def autoload(names: tuple[str, ...]) -> str:
    """The text of a ``vendor/autoload.php`` for these libraries; those that are not here are left out."""
    wanted = [*(SOURCES[name] for name in names), *COROUTINE]
    places = [
        (source.prefix, os.path.join(os.path.abspath(directory), source.classes).rstrip("/"))
        for source in wanted
        if (directory := _directory(source))
    ]
    written = ", ".join(f"[{_quoted(prefix)}, {_quoted(directory)}]" for prefix, directory in places)
    return AUTOLOAD.format(places=f"[{written}]")


def _quoted(text: str) -> str:
    """As a PHP string in single quotes (PHP manual, "Strings")."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
