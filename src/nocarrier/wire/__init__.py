"""Bytes of the network, read into facts without I/O."""
