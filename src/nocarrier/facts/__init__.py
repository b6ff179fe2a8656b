"""One file per kind of observation."""
