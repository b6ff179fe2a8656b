"""One file per subcommand."""

COMMANDS = (
    "diagnose",
    "explain",
    "report",
    "causes",
    "edges",
    "lab",
    "run",
    "schema",
    "completion",
    "man",
)
"Subcommands; each is a module of ``commands/`` with ``main(arguments) -> int``. Anything else is a target."
