"""Cards handed out and taken back (借还), and who may get none until he has settled."""
