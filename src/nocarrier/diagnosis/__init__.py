"""Plans what to look at, lets every cause judge, ranks, and assembles the report."""
