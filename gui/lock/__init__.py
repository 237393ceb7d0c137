"""The way in and out: first page, making a cabinet, log-in, unlock, idle lock."""
