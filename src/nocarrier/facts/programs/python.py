"""Servers written in Python."""

from __future__ import annotations

from nocarrier.facts.programs.kind import Flag, Kind, Line, called, host_named

PYTHON = frozenset({"python", "pypy"})
FLASK_LIKE = (5000, 8000, 8080)
"Where ``app.run()`` listens: Flask's and Quart's, Sanic's, Bottle's."

KINDS = (
    Kind(
        slug="http-server",
        label="Python's http.server",
        names=PYTHON,
        marks=(r"-m\s*http\.server\b", r"-mhttp\.server\b"),
        flag=Flag(names=("--bind", "-b"), added=("--bind", "{address}")),
    ),
    Kind(
        slug="django",
        label="Django",
        marks=(called("runserver"),),
        # manage.py runserver [address:]port; 127.0.0.1:8000 where nothing is said.
        flag=Flag(names=("runserver",), form="{endpoint}", added=("{endpoint}",)),
    ),
    Kind(
        slug="gunicorn",
        label="Gunicorn",
        names=frozenset({*PYTHON, "gunicorn"}),
        marks=(called("gunicorn"),),
        flag=Flag(names=("-b", "--bind"), form="{endpoint}", added=("--bind", "{endpoint}")),
        lines=(Line(pattern=r"^\s*bind\s*=\s*\[?\s*['\"](?P<v>[^'\"]*:{port})['\"]", form="{endpoint}"),),
        titled=r"^gunicorn: ()",
        files=("{dir}/gunicorn.conf.py",),
        config_in=((r"(?:--config[ =]|\s-c\s*)(?:file:)?(\S+)", "{0}"),),
    ),
    Kind(
        slug="uvicorn",
        label="Uvicorn",
        marks=(called("uvicorn"), called("fastapi (?:run|dev)")),
        flag=Flag(names=("--host",), added=("--host", "{address}")),
    ),
    Kind(
        slug="hypercorn",
        label="Hypercorn",
        marks=(called("hypercorn"),),
        flag=Flag(names=("-b", "--bind"), form="{endpoint}", added=("--bind", "{endpoint}")),
    ),
    Kind(
        slug="flask",
        label="Flask",
        marks=(called("flask") + r".*\srun(?=\s|$)",),
        flag=Flag(names=("--host", "-h"), added=("--host={address}",)),
    ),
    Kind(
        slug="jupyter",
        label="Jupyter",
        marks=(called("jupyter(?:-lab|-notebook)?"),),
        flag=Flag(names=("--ip", "--ServerApp.ip", "--NotebookApp.ip"), added=("--ip={address}",)),
    ),
    Kind(
        slug="python",
        label="Python",
        names=PYTHON,
        lines=(
            # ("127.0.0.1", 8080) of a socket, host="127.0.0.1" of Flask, Uvicorn, aiohttp, websockets.
            Line(pattern=r"\(\s*['\"](?P<v>[\w.:]*)['\"]\s*,\s*{port}\b", own_family=True),
            Line(pattern=r"\bhost\s*=\s*['\"](?P<v>[\w.:]*)['\"].*\bport\s*=\s*{port}\b"),
            Line(pattern=r"\bport\s*=\s*{port}\b.*\bhost\s*=\s*['\"](?P<v>[\w.:]*)['\"]"),
            # Without a host both Flask and Uvicorn listen on 127.0.0.1, without a port on their usual one.
            Line(
                pattern=r"\b(?:app|application|uvicorn)\.run\((?!.*\bhost\b)(?:[^()]*,)?\s*port\s*=\s*(?P<p>\w+)[^()]*(?P<v>)\)",
                form=', host="{address}"',
                weak=True,
            ),
            Line(
                pattern=r"\b(?:app|application)\.run\((?!.*\b(?:host|port)\b)[^()]+(?P<v>)\)",
                form=', host="{address}"',
                weak=True,
                ports=FLASK_LIKE,
            ),
            Line(
                pattern=r"\buvicorn\.run\((?!.*\b(?:host|port)\b)[^()]+(?P<v>)\)",
                form=', host="{address}"',
                weak=True,
                ports=(8000,),
            ),
            Line(
                pattern=r"\b(?:app|application)\.run\((?P<v>)\)",
                form='host="{address}"',
                weak=True,
                ports=FLASK_LIKE,
            ),
            Line(
                pattern=r"\(\s*['\"](?P<v>{bound})['\"]\s*,\s*(?P<p>[\w.]+)\s*\)",
                weak=True,
                own_family=True,
            ),
            host_named(own_family=True),
        ),
        source=(".py",),
        loads=r"^\s*(?:from|import)\b.*\b{stem}\b",
        as_script=r"^if\s+__name__\s*==",
    ),
)
