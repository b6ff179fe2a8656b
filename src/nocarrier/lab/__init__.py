"""Brings a `Scenario` about for real: hosts are network namespaces, links are veth, daemons are programs.

`build` gives a `Lab` in which commands, and the diagnosis itself, run on any of the hosts:

    with build(scenario) as lab:
        ran = lab.run("client", ("ping", "-c1", "10.20.0.5"))
        diagnosed = lab.diagnose(both_ends=True)

Importing this costs nothing; `keeper` holds the theory.
"""

from nocarrier.lab.building import LabFailed, LabForbidden, ProgramsMissing, build
from nocarrier.lab.lab import Diagnosed, Finished, Lab, Process

__all__ = ["Diagnosed", "Finished", "Lab", "LabFailed", "LabForbidden", "Process", "ProgramsMissing", "build"]
