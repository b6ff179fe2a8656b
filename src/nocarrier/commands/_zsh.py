"""The completion for zsh: every command is a call of its own ``_arguments``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from shlex import quote

from nocarrier.commands._kinds import Kind, kind
from nocarrier.commands._table import Argument, Command, Option

SCRIPT = r"""#compdef nocarrier
# Completion of nocarrier for zsh, written by: nocarrier completion zsh

# Words that are known, and where none of them fits those that the program knows: KIND WORD...
_nocarrier_words() {
    local asked=$1 typed=${(Q)PREFIX}
    local -a found open whole
    shift
    # `_arguments` asks for arguments where an option is begun, too.
    [[ $typed == -* ]] && return 1
    found=(${(M)@:#${(b)typed}?*})
    if (( ! $#found )) && [[ -n $asked ]]; then
        found=(${(f)"$($nocarrier completion words $asked $typed 2>/dev/null)"})
    fi
    (( $#found )) || found=(${(M)@:#${(b)typed}})
    open=(${(M)found:#*[:/]})
    whole=(${found:#*[:/]})
    (( $#whole )) && compadd -a whole
    (( $#open )) && compadd -S '' -a open
    (( $#found ))
}

@FUNCTIONS@

_nocarrier() {
    # No names of zsh's own (commands, functions): what is called from here would find these in their place.
    local nocarrier=${~words[1]} context state line
    typeset -A opt_args
    local -a known
    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
        known=(
@COMMANDS@
        )
        _describe -t commands command known
        _nocarrier_words targets
        return
    fi
    case $words[2] in
        @NAMES@)
            local called=_nocarrier_$words[2]
            shift words
            (( CURRENT-- ))
            $called ;;
        *) _nocarrier_@DEFAULT@ ;;
    esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _nocarrier "$@"
else
    compdef _nocarrier nocarrier
fi
"""


def script(commands: Sequence[Command]) -> str:
    """The script, with the descriptions in the language of the table."""
    filled = {
        "FUNCTIONS": "\n\n".join(_function(each) for command in commands for each in command.each()),
        "COMMANDS": "\n".join(f"            {quote(_described(each))}" for each in commands),
        "NAMES": "|".join(each.name for each in commands),
        "DEFAULT": commands[0].name,
    }
    text = SCRIPT
    for name, value in filled.items():
        text = text.replace(f"@{name}@", value)
    return text


def _function(command: Command) -> str:
    name = "_".join(("_nocarrier", *command.words))
    if command.commands:
        return _group(name, command)
    specs = [*(spec for option in command.options for spec in _specs(option)), *_places(command.arguments)]
    lines = "".join(f" \\\n        {quote(spec)}" for spec in specs)
    return f"{name}() {{\n    _arguments -s -S{lines}\n}}"


def _group(name: str, command: Command) -> str:
    rows = "\n".join(f"            {quote(_described(each))}" for each in command.commands)
    names = "|".join(each.words[-1] for each in command.commands)
    return f"""{name}() {{
    local -a known
    if (( CURRENT == 2 )); then
        known=(
{rows}
        )
        _describe -t commands command known
        return
    fi
    case $words[2] in
        {names})
            local called={name}_$words[2]
            shift words
            (( CURRENT-- ))
            $called ;;
    esac
}}"""


def _described(command: Command) -> str:
    return f"{command.words[-1]}:{command.summary}"


def _specs(option: Option) -> Iterator[str]:
    """A spec for each name; other names of the same option, and those that it excludes, are offered no more."""
    apart = (*(() if option.repeated else option.names), *option.excludes)
    others = "(- *)" if option.ends else f"({' '.join(apart)})" if apart else ""
    for name in option.names:
        mark = "*" if option.repeated else ""
        joined = "=" if option.metavar and name.startswith("--") else ""
        value = f":{_escaped(option.metavar)}:{_action(kind(option))}" if option.metavar else ""
        yield f"{others}{mark}{name}{joined}[{_escaped(option.help)}]{value}"


def _places(arguments: Sequence[Argument]) -> Iterator[str]:
    for number, argument in enumerate(arguments, 1):
        taken = kind(argument)
        place = "*" if argument.many else str(number)
        if taken.native == "command":
            yield f"{number}:{_escaped(argument.metavar)}: _command_names -e"
            yield f"*::{_escaped(argument.metavar)}: _normal"
        else:
            yield f"{place}:{_escaped(argument.metavar)}:{_action(taken)}"


def _action(taken: Kind) -> str:
    match taken.native:
        case "files":
            return "_files"
        case "directories":
            return "_files -/"
    if taken.asked or taken.words:
        # With the blank, `_arguments` does not put options of compadd among the words.
        return " ".join([" _nocarrier_words", taken.asked or "''", *(_escaped(word) for word in taken.words)])
    return " "


def _escaped(text: str) -> str:
    """As `_arguments` reads it: colons and brackets have a meaning there."""
    return re.sub(r"([\\:\[\]])", r"\\\1", text)
