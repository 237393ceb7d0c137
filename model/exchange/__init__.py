"""Cards coming in from other files."""
