"""Causes in the resolution of names."""
