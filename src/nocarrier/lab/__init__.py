"""Brings a Scenario about in network namespaces, and records what the probes saw."""
