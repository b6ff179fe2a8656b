"""The records everything else is made of: frozen, keyword-only, without I/O."""
