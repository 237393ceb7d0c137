"""The customer card: its definition, its life, its change history."""
