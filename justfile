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
    pytest {{ARGS}}

# Write the recordings of one cause again: builds its faults for real.
record SLUG:
    nocarrier lab record {{SLUG}}
