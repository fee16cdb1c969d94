"""Figures against targets: no text, no files."""
