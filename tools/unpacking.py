"""The first that runs of the one-file program: unpacks what it carries, once, and starts it from there.

It becomes ``__main__.py`` of the archive (see `tools.single_file`), so it stands alone, is written for Pythons that are too old to read
more (2.7 knows no f-strings), and imports nothing more than ``os`` and ``sys`` once the folder is there.

Code is run from a folder that belongs to this user and that nobody else may write, or from none: below the user's cache
(XDG_CACHE_HOME), else below XDG_RUNTIME_DIR, else in a temporary folder that is removed at the end of the call.
"""

import os
import sys

DIGEST = "@DIGEST@"
"Of what is carried, so that another version has another folder."
OLDEST = (3, 11)
NOT_CARRIED_OUT = 3


def main():
    if sys.version_info < OLDEST:
        sys.stderr.write("nocarrier: Python " + ".".join(map(str, OLDEST)) + " or newer is needed\n")
        return NOT_CARRIED_OUT
    name = DIGEST + "-" + sys.implementation.cache_tag
    for base in _bases():
        try:
            return _run(_unpacked(base, name))
        except OSError:
            continue
    return _run_once()


def _bases():
    """Folders of the user's that may keep something, the best first."""
    home = os.path.expanduser("~")
    for base in (
        os.environ.get("XDG_CACHE_HOME", ""),
        os.path.join(home, ".cache"),
        os.environ.get("XDG_RUNTIME_DIR", ""),
    ):
        if os.path.isabs(base):
            yield base


def _unpacked(base, name):
    """The folder with the program, made where it is not there yet. Raises OSError where it cannot be, or is not ours alone."""
    folder = os.path.join(base, "nocarrier")
    place = os.path.join(folder, name)
    if not os.path.isdir(folder):
        _check(_nearest(base))
        os.makedirs(folder, mode=0o700, exist_ok=True)
    _check(folder)
    if not os.path.isdir(place):
        beside = place + "." + str(os.getpid())
        _unpack(beside)
        try:
            os.rename(beside, place)
        except OSError:
            _remove(beside)  # another call was first
    _check(place)
    return place


def _nearest(path):
    while not os.path.isdir(path):
        path = os.path.dirname(path)
    return path


def _check(folder):
    """Raises PermissionError where somebody else may put something there: with sudo, HOME may be another's."""
    state = os.lstat(folder)
    if hasattr(os, "geteuid") and (state.st_uid != os.geteuid() or state.st_mode & 0o022):
        raise PermissionError(folder)


def _unpack(place):
    """What fits this Python: of compiled modules the one whose name ends as it wants, and after ``@`` names its machine."""
    from importlib.machinery import EXTENSION_SUFFIXES
    from io import BytesIO
    from zipfile import ZipFile

    loader = globals()["__loader__"]
    data = loader.get_data(os.path.join(loader.archive, "carried.zip"))
    before = os.umask(0o077)
    try:
        with ZipFile(BytesIO(data)) as carried:
            for entry in carried.infolist():
                entry.filename, _, machine = entry.filename.partition("@")
                ending = os.path.basename(entry.filename).partition(".")[2]
                if ending.endswith((".so", ".pyd")) and "." + ending not in EXTENSION_SUFFIXES:
                    continue
                if not machine or machine == os.uname().machine:
                    carried.extract(entry, place)
    finally:
        os.umask(before)


def _run_once():
    from tempfile import mkdtemp

    place = mkdtemp(prefix="nocarrier-")
    try:
        _unpack(place)
        sys.dont_write_bytecode = True
        sys.path[0] = place
        from nocarrier.__main__ import main as program

        return program()
    finally:
        _remove(place)


def _remove(place):
    from shutil import rmtree

    rmtree(place, ignore_errors=True)


def _run(place):
    sys.path[0] = place
    if sys.dont_write_bytecode:
        # As in many containers. It is asked that nothing be left beside the sources; this folder is there to keep it.
        sys.pycache_prefix = os.path.join(place, "compiled")
        sys.dont_write_bytecode = False
    from nocarrier.__main__ import command

    return command()


if __name__ == "__main__":
    sys.exit(main())
