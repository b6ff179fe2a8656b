# What CI runs is `just check`, and nothing else.

check: lint types imports test

lint:
    ruff check .
    ruff format --check .

types:
    mypy

imports:
    lint-imports

test *ARGS:
    pytest -n 2 --dist worksteal {{ARGS}}

# Write the recordings of one cause again: builds its faults for real.
record SLUG:
    nocarrier lab record {{SLUG}}

# Find the messages in the source, merge them into the catalogues of the languages, compile these.
messages:
    python -m tools.messages

# Write what is made from the source: docs/causes from the causes' docstrings, docs/man from the words of the commands.
pages:
    python -m tools.pages

alias man := pages

# Build dist/nocarrier.pyz, which runs on a bare Python with nothing installed; --only-this-python fetches nothing.
single-file *ARGS:
    python -m tools.single_file {{ARGS}}

# Write the C library's words for errors in other languages again, from the catalogues on this machine.
words:
    python -m tools.os_words

# Provoke real clients (all, where none is named) in the lab, and write what they print with the truth beside it.
corpus *CLIENTS:
    python -m tools.corpus {{CLIENTS}}

# How messages are read of clients that no reader knows: all readers of clients are switched off. With `wrong`, which are read wrong.
strangers *OUTCOMES:
    python -m tools.strangers {{OUTCOMES}}
