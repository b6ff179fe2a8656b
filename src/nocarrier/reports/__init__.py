"""One file per rendering of a report."""
