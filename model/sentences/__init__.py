"""What a person reads of errors, problems and faults, in the reader's language."""
