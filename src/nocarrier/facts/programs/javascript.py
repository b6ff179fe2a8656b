"""Servers written in JavaScript."""

from __future__ import annotations

from nocarrier.facts.programs.kind import Flag, Kind, Line, host_named

NODE = frozenset({"node", "nodejs", "node-mainthread", "mainthread", "bun", "deno"})
"Since version 20 the main thread of Node is named MainThread."

KINDS = (
    Kind(
        slug="vite",
        label="Vite",
        names=NODE,
        marks=(r"/(?:vite|vite\.js)(?:\s|$)",),
        flag=Flag(names=("--host",), added=("--host", "{address}")),
    ),
    Kind(
        slug="next",
        label="Next.js",
        marks=(r"/next(?:\s+(?:dev|start)|$)",),
        names=NODE,
        flag=Flag(names=("-H", "--hostname"), added=("-H", "{address}")),
    ),
    Kind(
        slug="angular",
        label="Angular",
        names=NODE,
        marks=(r"/ng(?:\.js)?\s+serve\b",),
        flag=Flag(names=("--host",), added=("--host", "{address}")),
    ),
    Kind(
        slug="node",
        label="Node.js",
        names=NODE,
        lines=(
            # server.listen(8080, '127.0.0.1'), and { port: 8080, host: '127.0.0.1' } in either order.
            Line(pattern=r"\.listen\(\s*{port}\s*,\s*['\"`](?P<v>[\w.:]*)['\"`]"),
            Line(pattern=r"\bhost(?:name)?\s*:\s*['\"`](?P<v>[\w.:]*)['\"`].*\bport\s*:\s*{port}\b"),
            Line(pattern=r"\bport\s*:\s*{port}\b.*\bhost(?:name)?\s*:\s*['\"`](?P<v>[\w.:]*)['\"`]"),
            Line(pattern=r"\.listen\(\s*(?P<p>[\w.$]+)\s*,[^()]*['\"`](?P<v>{bound})['\"`]", weak=True),
            host_named(own_family=False),
        ),
        source=(".js", ".mjs", ".cjs", ".ts"),
        loads=r"\b(?:require\s*\(|import\b|from\b).*/{stem}(?:\.\w+)?['\"`]",
        as_script=r"\brequire\.main\s*={2,3}\s*module\b",
    ),
)
