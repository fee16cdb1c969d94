"""What people write down: records and the values in them, without input or output."""
