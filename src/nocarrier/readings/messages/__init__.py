"""What foreign programs print when they cannot connect, one file per family of clients.

A module of this package that has ``STEMS`` and ``read`` (`reading.Reader`) is a reader. `_stems.py`, which `just pages`
writes, knows the stems of all, so that only those are loaded whose words occur in a text.
"""
