"""Forms that units fill in: what goes into one, and what a returned one says."""
