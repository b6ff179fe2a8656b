# Sourced by ./try-it and ./setup-and-test: makes .venv, with Python 3.11 or newer, as root or not.

find_python() {
    for candidate in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        [ -n "$candidate" ] && command -v "$candidate" >/dev/null || continue
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$candidate" && return 0
    done
    echo "Python 3.11 or newer is needed; set PYTHON to one." >&2
    return 1
}

# Debian ships the venv module without pip in python3; as root the missing package is installed.
make_environment() {
    [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1 && return 0
    local python
    python=$(find_python)
    rm -rf .venv
    if ! "$python" -m venv .venv >/dev/null 2>&1; then
        rm -rf .venv
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            apt-get update -qq
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
            "$python" -m venv .venv
        else
            echo "Python's venv module is missing: install the package python3-venv, then run this again." >&2
            return 1
        fi
    fi
}

install_here() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"
}
