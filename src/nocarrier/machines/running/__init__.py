"""Runs a command as it would run without us, and learns what it tried to connect to.

Three processes. The caller is the command's parent, in its process group, and does what a shell would: waits, stops when it
stops, ends as it ended. The companion carries the command's output on and watches its connects; nothing ends it but that
both are over, so that neither the caller's death nor the command's leaves a child of the command without a reader. The
command itself is started by fork and exec and traced by nobody.
"""
