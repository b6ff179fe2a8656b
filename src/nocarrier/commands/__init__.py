"""One file per subcommand."""

COMMANDS = (
    "diagnose",
    "explain",
    "report",
    "causes",
    "edges",
    "lab",
    "schema",
    "completion",
)
"Subcommands; each is a module of ``commands/`` with ``main(arguments) -> int``. Anything else is a target."
