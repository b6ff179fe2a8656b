"""Reads the configuration of a reverse proxy as that program reads it: the main file, and what it includes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from nocarrier.facts.front import Way
from nocarrier.facts.listeners import Program
from nocarrier.facts.programs.kind import Kind
from nocarrier.machines import Machine
from nocarrier.probes.server_program import LONGEST_FILE, expand, real_path
from nocarrier.readings import apache_conf, apache_way, caddyfile, haproxy_cfg, nginx_conf, nginx_way
from nocarrier.readings.binding import absolute, named_configs, original_command
from nocarrier.readings.directives import Directive, named, with_included
from nocarrier.readings.matching import Request

MOST_FILES = 96
MAIN = {
    "nginx": ("/etc/nginx/nginx.conf", "/usr/local/openresty/nginx/conf/nginx.conf", "/usr/local/nginx/conf/nginx.conf",
              "/www/server/nginx/conf/nginx.conf"),
    "apache": ("/etc/apache2/apache2.conf", "/etc/httpd/conf/httpd.conf", "/etc/apache2/httpd.conf",
               "/usr/local/apache2/conf/httpd.conf"),
    "haproxy": ("/etc/haproxy/haproxy.cfg", "/usr/local/etc/haproxy/haproxy.cfg"),
    "caddy": ("/etc/caddy/Caddyfile",),
}  # fmt: skip
"""Product → where its main file is, where the command line does not say; the first that can be read. The last two of nginx
are those of its own make and of the aaPanel."""


def _named(kind: Kind, command: Sequence[str], directory: str) -> tuple[str, ...]:
    """The files that the command line names. nginx takes a relative one from its prefix (``-p``), not from where it is."""
    words = list(command)
    prefix = words[words.index("-p") + 1] if kind.slug == "nginx" and "-p" in words[:-1] else ""
    if not prefix:
        return named_configs(kind, command, directory)
    if "-c" in words[:-1]:
        return (absolute(words[words.index("-c") + 1], absolute(prefix, directory)),)
    # Packages are built with a main file of their own, which the prefix does not move (``nginx -V``: --conf-path).
    return (absolute("conf/nginx.conf", absolute(prefix, directory)), *MAIN["nginx"])


class Configuration:
    """The configuration of one running proxy. ``main`` is empty where no file of it could be read."""

    def __init__(self, machine: Machine, kind: Kind, program: Program) -> None:
        self._machine = machine
        self._read = 0
        self.product = kind.slug
        self.command = original_command(kind, program.command)
        directory = program.directory or "/"
        self._root = f"/proc/{program.pid}/root" if program.container else ""
        places = _named(kind, self.command, directory) or MAIN.get(kind.slug, ())
        self.main, text = self._first(places)
        self._tree = self._parsed(text) if self.main else ()

    def way(self, request: Request) -> Way | None:
        """Where a request goes by it."""
        reader: dict[str, Callable[[Sequence[Directive], Request], Way | None]] = {
            "nginx": nginx_way.way,
            "apache": apache_way.way,
            "haproxy": haproxy_cfg.way,
            "caddy": caddyfile.way,
        }
        return reader[self.product](self._tree, request) if self._tree else None

    def _first(self, places: Sequence[str]) -> tuple[str, str]:
        for place in places:
            text = self._text(place)
            if text is not None:
                return place, text
        return "", ""

    def _text(self, path: str) -> str | None:
        """A file's text; None where it cannot be read, or too many were."""
        self._read += 1
        if self._read > MOST_FILES:
            return None
        read = self._machine.read(self._root + path, LONGEST_FILE)
        return None if read.errno else read.text

    def _parsed(self, text: str) -> tuple[Directive, ...]:
        file = self._real(self.main)
        if self.product == "nginx":
            prefix = self._prefix()
            return with_included(nginx_conf.parse(text, file), lambda one: self._nginx_files(one, prefix))
        if self.product == "apache":
            return self._apache(text, file)
        if self.product == "haproxy":
            return haproxy_cfg.parse(text, file)
        return caddyfile.parse(text, file) if not text.lstrip().startswith(('{"', "[")) else ()

    def _prefix(self) -> str:
        """What relative includes of nginx are relative to: the directory of the main file (conf_prefix)."""
        return self.main.rpartition("/")[0]

    def _nginx_files(self, one: Directive, prefix: str) -> tuple[Directive, ...] | None:
        if one.name != "include" or not one.args:
            return None
        return tuple(
            directive
            for path, text in self._matching(absolute(one.args[0], prefix))
            for directive in nginx_conf.parse(text, path)
        )

    def _apache(self, text: str, file: str) -> tuple[Directive, ...]:
        main = apache_conf.parse(text, file)
        root = next((one.args[0] for one in named(main, "serverroot") if one.args), self._prefix())
        variables = apache_conf.environment(self._text(f"{self._prefix()}/envvars") or "")

        def included(one: Directive) -> tuple[Directive, ...] | None:
            if one.name not in ("include", "includeoptional") or not one.args:
                return None
            pattern = re.sub(r"\$\{(\w+)\}", lambda found: variables.get(found[1], ""), one.args[0])
            return tuple(
                directive
                for path, content in self._matching(absolute(pattern, root))
                for directive in apache_conf.parse(content, path)
            )

        return apache_conf.effective(with_included(main, included), variables)

    def _matching(self, pattern: str) -> list[tuple[str, str]]:
        """The files that a pattern stands for, by their real names, with their texts."""
        paths = expand(self._machine, self._root + pattern) if "*" in pattern else [self._root + pattern]
        real = [self._real(path.removeprefix(self._root)) for path in paths[:MOST_FILES]]
        self._machine.prefetch([self._root + path for path in real], [])
        return [(path, text) for path in real if (text := self._text(path)) is not None]

    def _real(self, path: str) -> str:
        """What a symbolic link points at: that is what is edited."""
        return real_path(self._machine, self._root + path).removeprefix(self._root)
