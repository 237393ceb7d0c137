"""Bringing customers in from files."""
