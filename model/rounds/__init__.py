"""Visits: for now the open promises that an import brings."""
