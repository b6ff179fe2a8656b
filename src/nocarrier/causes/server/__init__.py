"""Causes on the server's machine."""
