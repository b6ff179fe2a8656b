"""The walk through a ruleset against the kernel: random rulesets, real packets, the same fate by the same rule."""
