"""Strict reading of YAML: every key and value keeps its place."""
