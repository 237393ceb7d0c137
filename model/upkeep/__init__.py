"""Backup, restore, verify, and the sample office."""
