"""The completion for fish: a line an option, each with the command that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nocarrier.commands._kinds import Kind, kind
from nocarrier.commands._table import Argument, Command, Option

SCRIPT = r"""# Completion of nocarrier for fish, written by: nocarrier completion fish

# Whether the command of the line is this one: WORD...
function __nocarrier_at
    set -l typed (commandline -opc)[2..]
    set -l command @DEFAULT@
    if set -q typed[1]; and contains -- $typed[1] @NAMES@
        set command $typed[1]
        set -e typed[1]
    end
    if contains -- $command @GROUPS@; and set -q typed[1]
        set -a command $typed[1]
    end
    test "$command" = "$argv"
end

# Whether no word but the program's stands before the cursor.
function __nocarrier_first
    test (count (commandline -opc)) -eq 1
end

# Whether this is the argument of that number: NUMBER COMMAND-WORDS. Options with a value count for two, those without for one.
function __nocarrier_argument
    set -l wanted $argv[1]
    __nocarrier_at $argv[2..]; or return
    set -l typed (commandline -opc)[2..]
    set -l number 1
    set -l value ''
    for word in $argv[2..]
        test "$typed[1]" = $word; and set -e typed[1]
    end
    for word in $typed
        if test -n "$value"
            set value ''
        else if string match -q -- '-*' $word
            contains -- "$argv[2..] $word" @VALUES@; and set value yes
        else
            set number (math $number + 1)
        end
    end
    test $number = $wanted
end

# Words that are known, and where none of them fits those that only the program knows: KIND WORD...
function __nocarrier_words
    set -l program (commandline -opc)[1]
    set -l typed (commandline -ct)
    # fish asks for arguments where an option is begun, too.
    string match -qr -- '^-[^=]*$' $typed; and return
    set typed (string replace -r -- '^--[a-z-]+=' '' $typed)
    set -l fits
    set -l length (string length -- "$typed")
    for word in $argv[2..]
        test (string sub -l $length -- $word) = "$typed"; and test $word != "$typed"; and set fits yes
    end
    string join \n $argv[2..]
    set -q fits[1]; or $program completion words $argv[1] "$typed" 2>/dev/null
end

complete -c nocarrier -e
complete -c nocarrier -f
@LINES@
"""


def script(commands: Sequence[Command]) -> str:
    """The script, with the descriptions in the language of the table."""
    every = [each for command in commands for each in command.each()]
    lines = [
        f"complete -c nocarrier -n __nocarrier_first -a {quoted(each.name)} -d {quoted(each.summary)}"
        for each in commands
    ]
    for each in every:
        lines += _lines(each)
    values = [
        f"{each.name} {name}" for each in every for option in each.options if option.metavar for name in option.names
    ]
    filled = {
        "DEFAULT": commands[0].name,
        "NAMES": " ".join(each.name for each in commands),
        "GROUPS": " ".join(each.name for each in commands if each.commands),
        "VALUES": " ".join(map(quoted, values)),
        "LINES": "\n".join(lines),
    }
    text = SCRIPT
    for name, value in filled.items():
        text = text.replace(f"@{name}@", value)
    return text


def _lines(command: Command) -> Iterator[str]:
    head = f"complete -c nocarrier -n {quoted(f'__nocarrier_at {command.name}')}"
    for option in command.options:
        yield f"{head} {_option(option)}"
    for each in command.commands:
        yield f"{head} -a {quoted(each.words[-1])} -d {quoted(each.summary)}"
    for number, argument in enumerate(command.arguments, 1):
        yield from _argument(command, number, argument, head)


def _argument(command: Command, number: int, argument: Argument, head: str) -> Iterator[str]:
    taken = kind(argument)
    if taken.native == "command":
        # The words before it: the program's, the command's, and the values of its options.
        valued = " ".join(name for option in command.options if option.metavar for name in option.names)
        call = f"(__fish_complete_subcommand --fcs-skip={1 + len(command.words)} {valued})"
        yield f"{head} -a {quoted(call)}"
        return
    place = f"complete -c nocarrier -n {quoted(f'__nocarrier_argument {number} {command.name}')}"
    for words in _taken(taken):
        yield f"{head if argument.many else place} {words}"


def _option(option: Option) -> str:
    """One line for all names of an option."""
    parts = []
    for name in option.names:
        flag = "-l" if name.startswith("--") else "-s"
        parts.append(f"{flag} {quoted(name.lstrip('-'))}")
    if option.metavar:
        taken = kind(option)
        parts += ("-r" if taken.native == "files" else "-x", *_taken(taken))
    return " ".join((*parts, f"-d {quoted(option.help)}"))


def _taken(taken: Kind) -> Iterator[str]:
    match taken.native:
        case "files":
            yield "-F"
        case "directories":
            yield "-a '(__fish_complete_directories (commandline -ct))'"
    if taken.asked:
        call = " ".join(("__nocarrier_words", taken.asked, *taken.words))
        yield f"-a {quoted(f'({call})')}"
    elif taken.words:
        yield f"-a {quoted(' '.join(taken.words))}"


def quoted(text: str) -> str:
    """In single quotes, in which only a backslash and a quote have a meaning (fish, Quotes)."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
