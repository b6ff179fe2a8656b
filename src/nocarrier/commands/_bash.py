"""The completion for bash, 3.2 (macOS) and newer, with or without the package bash-completion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shlex import quote

from nocarrier.commands._kinds import NOTHING, Kind, kind
from nocarrier.commands._table import Command

SCRIPT = r"""# Completion of nocarrier for bash, written by: nocarrier completion bash

# The kind of value that an option takes: COMMAND OPTION. Fails where it takes none.
_nocarrier_option() {
    words=() asked='' native=''
    case "$1 $2" in
@VALUES@
        *) return 1 ;;
    esac
}

# The kind of a command's argument: COMMAND NUMBER.
_nocarrier_argument() {
    words=() asked='' native=''
    case "$1 $2" in
@ARGUMENTS@
    esac
}

_nocarrier_options() {
    case $1 in
@OPTIONS@
    esac
}

# Offer what begins with $1, with $2 before it. Never by compgen -W, which would carry out $(...) in a word.
_nocarrier_offer() {
    local word cut=$2$1 found=()
    case $native in
        # readline knows about quotes and "~"; bash 3.2 has no compopt.
        files) compopt -o default 2>/dev/null && return; IFS=$'\n' read -r -d '' -a found < <(compgen -f -- "$1") ;;
        directories) compopt -o dirnames 2>/dev/null && return; IFS=$'\n' read -r -d '' -a found < <(compgen -d -- "$1") ;;
        command) IFS=$'\n' read -r -d '' -a found < <(compgen -c -- "$1") ;;
        *)
            for word in ${words[@]+"${words[@]}"}; do
                [[ $word == "$1"* && $word != "$1" ]] && found+=("$word")
            done
            if [[ $asked && ( ${#found[@]} -eq 0 || $first ) ]]; then
                while IFS= read -r word; do
                    found+=("$word")
                done < <("$program" completion words "$asked" "$1" 2>/dev/null)
            fi
            # A word that is exactly what is typed is whole.
            if [[ ${#found[@]} -eq 0 ]]; then
                for word in ${words[@]+"${words[@]}"}; do
                    [[ $word == "$1" ]] && found+=("$word")
                done
            fi
            ;;
    esac
    # What readline replaces begins after the last of its breaks (":", "="), or with "@": what stands before it is not repeated.
    cut=${cut%"${cut##*["$COMP_WORDBREAKS"]}"}
    cut=${cut%@}
    for word in ${found[@]+"${found[@]}"}; do
        word=$2$word
        [[ $word == *[:/=] ]] && compopt -o nospace 2>/dev/null
        word=${word#"$cut"}
        [[ $native ]] || printf -v word %q "$word"
        COMPREPLY+=("$word")
    done
}

_nocarrier() {
    local program=${1/#\~/$HOME} typed=() words asked native
    local line=${COMP_LINE:0:COMP_POINT} word i number=1 command=@DEFAULT@ at=1 value='' literal='' first=''
    COMPREPLY=()
    # bash has broken words at ":", "=" and more: those with nothing between them are one.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        [[ $i -eq 0 || $line == [[:space:]]* || $line == '' ]] && typed+=('')
        line=${line#"${line%%[![:space:]]*}"}
        [[ $i -eq $COMP_CWORD ]] && word=$line
        typed[${#typed[@]} - 1]+=$word
        line=${line#"$word"}
    done
    local last=$((${#typed[@]} - 1)) current
    current=${typed[last]}

    if [[ $last -gt 1 ]]; then
        case ${typed[1]} in
            @COMMANDS@) command=${typed[1]} at=2 ;;
        esac
    fi
    case $command in
        @GROUPS@)
            [[ $last -gt $at ]] && command="$command ${typed[at]}" at=$((at + 1)) ;;
    esac
    for ((i = at; i < last; i++)); do
        word=${typed[i]}
        if [[ $value ]]; then value=''
        elif [[ $literal ]]; then number=$((number + 1))
        elif [[ $word == -- ]]; then literal=yes
        elif [[ $word == -* ]]; then
            [[ $word != *=* ]] && _nocarrier_option "$command" "$word" && value=$word
        else number=$((number + 1))
        fi
    done

    if [[ $value ]]; then
        _nocarrier_option "$command" "$value"
        _nocarrier_offer "$current" ''
    elif [[ ! $literal && $current == --*=* ]]; then
        _nocarrier_option "$command" "${current%%=*}" && _nocarrier_offer "${current#*=}" "${current%%=*}="
    elif [[ ! $literal && $current == -* ]]; then
        words=($(_nocarrier_options "$command")) asked='' native=''
        _nocarrier_offer "$current" ''
    else
        _nocarrier_argument "$command" "$number"
        # Of a command that is run the first word is its name.
        [[ $native == command && $number -gt 1 ]] && native=files
        [[ $last -eq 1 ]] && words+=(@COMMAND_WORDS@) first=yes
        _nocarrier_offer "$current" ''
    fi
}
complete -F _nocarrier nocarrier
"""


def script(commands: Sequence[Command]) -> str:
    """The script; descriptions have no place in bash."""
    every = [command for each in commands for command in each.each()]
    filled = {
        "VALUES": _cases(_values(every)),
        "ARGUMENTS": _cases(_arguments(every)),
        "OPTIONS": "\n".join(f"        {quote(each.name)}) echo {' '.join(_options(each))} ;;" for each in every),
        "DEFAULT": commands[0].name,
        "COMMANDS": "|".join(each.name for each in commands),
        "COMMAND_WORDS": " ".join(each.name for each in commands),
        "GROUPS": "|".join(each.name for each in commands if each.commands) or "''",
    }
    text = SCRIPT
    for name, value in filled.items():
        text = text.replace(f"@{name}@", value)
    return text


def _options(command: Command) -> list[str]:
    return [name for option in command.options for name in option.names]


def _values(commands: Sequence[Command]) -> Iterator[tuple[str, Kind]]:
    for command in commands:
        for option in command.options:
            if option.metavar:
                yield "|".join(quote(f"{command.name} {name}") for name in option.names), kind(option)


def _arguments(commands: Sequence[Command]) -> Iterator[tuple[str, Kind]]:
    for command in commands:
        if command.commands:
            yield quote(f"{command.name} 1"), Kind(words=tuple(each.words[-1] for each in command.commands))
        for number, argument in enumerate(command.arguments, 1):
            place = f"{quote(f'{command.name} ')}*" if argument.many else quote(f"{command.name} {number}")
            yield place, kind(argument)


def _cases(cases: Iterator[tuple[str, Kind]]) -> str:
    return "\n".join(f"        {pattern}) {_set(taken)} ;;" for pattern, taken in cases)


def _set(taken: Kind) -> str:
    if taken == NOTHING:
        return ":"
    words = f"words=({' '.join(map(quote, taken.words))})" if taken.words else ""
    asked = f"asked={taken.asked}" if taken.asked else ""
    native = f"native={taken.native}" if taken.native else ""
    return " ".join(filter(None, (words, asked, native)))
