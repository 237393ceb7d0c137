"""What stands around the pages: top bar, page bar, status line."""
