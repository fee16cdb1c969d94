"""The data directory: files in, records and findings out."""
