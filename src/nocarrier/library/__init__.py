"""What programs use: the names that `nocarrier` itself offers, and nothing else does.

It stands beside the command line, above everything: a record of `model` cannot draw itself, these can.
"""
