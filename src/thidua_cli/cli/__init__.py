"""The command line: the only place that knows a terminal, a clock and the disk to write on."""
