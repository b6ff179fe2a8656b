"""Where other programs plug nocarrier in."""
