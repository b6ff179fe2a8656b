"""Causes that are a matter of the protocol and the application: the connection stands, and yet it is not what was meant."""
