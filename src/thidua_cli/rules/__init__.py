"""What must hold across records."""
