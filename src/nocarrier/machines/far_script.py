"""What a far machine's shell is told: plain POSIX sh, and no tool that busybox lacks.

Everything here is text in and text out. A question is one line of script; for each, the far side prints the answer
as it is, then a line with the boundary and a status on standard output, and a line with the boundary on standard
error. The boundary is random, so no answer holds it, and nothing needs to be encoded or counted.

Commands are ended by timeout(1), but not by that of busybox: it leaves a child behind, which in a container whose
first process does not expect it stays a zombie for ever. The shell then watches over the clock itself.
"""

from __future__ import annotations

from collections.abc import Iterable

READY = "ready"

PREAMBLE = r"""
export LC_ALL=C PATH="${PATH:-/usr/bin:/bin}:/usr/sbin:/sbin"
unset CDPATH ENV BASH_ENV
boundary=@BOUNDARY@
end() { printf '\n%s %s\n' "$boundary" "$1"; printf '\n%s\n' "$boundary" >&2; }
if [ "$(printf abc | head -c 2 2>/dev/null)" = ab ]
then first() { head -c "$1" "$2"; }
else first() { cat "$2"; }
fi
if timeout --version </dev/null >/dev/null 2>&1 && timeout -s KILL 9 true </dev/null >/dev/null 2>&1
then limited() { timeout -s KILL "$@"; }
else limited() {
  limit=$1; shift
  { "$@" <&3 & } 3<&0; command=$!
  { trap 'nap=$!; [ "$nap" = "$command" ] || { kill "$nap"; wait "$nap"; }; exit' TERM
    sleep "$limit" & wait "$!"; kill -9 "$command"
  } </dev/null >/dev/null 2>&1 & watch=$!
  wait "$command"; result=$?
  { kill "$watch"; wait "$watch"; } >/dev/null 2>&1
  return "$result"
}
fi
command -v readlink >/dev/null 2>&1 || readlink() {
  shown=$(ls -ld "$1") && case $shown in *' -> '*) printf '%s\n' "${shown#* -> }";; *) return 1;; esac
}
why_not() {
  above=${1%/*}
  while [ -n "$above" ]; do
    if [ -d "$above" ]; then [ -x "$above" ] || { echo EACCES; return; }; break; fi
    above=${above%/*}
  done
  echo ENOENT
}
take() {
  if [ -d "$1" ]; then end EISDIR
  elif [ -p "$1" ]; then end 0
  elif [ -r "$1" ]; then if first "$2" "$1" </dev/null; then end 0; else end EIO; fi
  elif [ -e "$1" ]; then end EACCES
  else end "$(why_not "$1")"
  fi
}
names() {
  for entry in "$1"/* "$1"/.[!.]* "$1"/..?*; do
    if [ -e "$entry" ] || [ -L "$entry" ]; then printf '%s\000' "${entry##*/}"; fi
  done
  end 0
}
link() { readlink "$1" </dev/null; end "$?"; }
carry_out() {
  if command -v "$2" >/dev/null 2>&1; then limited "$@"; end "$?"; else end ENOENT; fi
}
if command -v grep >/dev/null 2>&1
then holding() { grep -e '^/proc/' "$@"; }
else holding() { cat; }
fi
owners() {
  ls -l /proc/[0-9]*/fd /proc/self/fd </dev/null 2>/dev/null | holding "$@"
  end 0
}
end ready
"""


def preamble(boundary: str) -> bytes:
    """What is said first. The far side answers it like a question, with the status `READY`."""
    return PREAMBLE.replace("@BOUNDARY@", boundary).encode()


def file_question(path: str, limit: int) -> bytes:
    """At most ``limit`` bytes of a file; the status is 0 or an errno's symbol."""
    return b"take %s %d" % (quoted(path), limit)


def names_question(path: str) -> bytes:
    """The names in a directory, a NUL after each."""
    return b"names " + quoted(path)


def link_question(path: str) -> bytes:
    """Where a symbolic link points, and a newline."""
    return b"link " + quoted(path)


def command_question(command: Iterable[str], timeout: int, stdin: bytes = b"") -> bytes:
    """A command's own output; the status is its exit status (137 where ``timeout`` seconds were not enough), or ENOENT."""
    asked = b"carry_out %d %s" % (timeout, b" ".join(quoted(word) for word in command))
    return b"printf %s | %s" % (_printed(stdin), asked) if stdin else asked + b" </dev/null"


def background_question(command: Iterable[str], timeout: int, stdin: bytes) -> bytes:
    """Start a command that goes on while other questions are asked; its output goes nowhere."""
    words = b" ".join(quoted(word) for word in command)
    return b"printf %s | limited %d %s >/dev/null 2>&1 & end 0" % (_printed(stdin), timeout, words)


def environment_question(names: Iterable[str]) -> bytes:
    """``NAME=value`` of those that are set, a NUL after each. Raises ValueError for what is no name (POSIX, 3.216)."""
    parts = []
    for name in names:
        if not (name.isascii() and name.isidentifier()):
            raise ValueError("no name of a variable")
        parts.append(f'[ -z "${{{name}+set}}" ] || printf \'{name}=%s\\000\' "${name}";')
    return " ".join((*parts, "end 0")).encode()


def owners_question(inodes: Iterable[int]) -> bytes:
    """``ls -l`` of every process' descriptors, cut down to the directories' names and these sockets, or all."""
    picked = [f"socket:\\[{inode}\\]" for inode in inodes] or ["socket:\\["]
    return b"owners " + b" ".join(b"-e " + quoted(pattern) for pattern in picked)


def quoted(text: str) -> bytes:
    """One word of sh, whatever is in it. Raises ValueError for a NUL, which no argument can hold (execve(2))."""
    if "\0" in text:
        raise ValueError("a NUL in an argument")
    return b"'" + text.encode("utf-8", "surrogateescape").replace(b"'", b"'\\''") + b"'"


_PLAIN = frozenset(b'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ()[]{}<>=+-_.,:;/#@*!?"\n')


def _printed(data: bytes) -> bytes:
    """Any bytes as a format of printf(1): what is not plain as three octal digits (POSIX, printf)."""
    return b"'%s'" % b"".join(b"%c" % byte if byte in _PLAIN else b"\\%03o" % byte for byte in data)
