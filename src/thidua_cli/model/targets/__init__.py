"""Targets (chỉ tiêu): one family of kinds a file, and the arithmetic that judges them."""
