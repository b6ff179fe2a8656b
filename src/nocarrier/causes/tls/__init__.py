"""Causes that lie in TLS: that it is not spoken, or how."""
