"""What goes into each official document."""
