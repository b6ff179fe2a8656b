"""Causes on the client's own machine."""
