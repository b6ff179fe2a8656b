"""nocarrier finds out why a connection cannot be made: `diagnose` a target, read the `Report`."""
