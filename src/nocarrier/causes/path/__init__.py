"""Causes between the machines."""
