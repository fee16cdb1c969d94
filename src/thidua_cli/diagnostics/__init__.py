"""Findings: what is wrong, where it stands and how to mend it."""
