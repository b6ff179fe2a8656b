"""Bytes of the network, read into facts without I/O."""

FIRST_BYTES = 1024
"How many of what a server sends first are looked at."
