"""Money owed: for now the account snapshot that an import brings."""
