"""All that knows which engine the cabinet runs on; rights and log are above it."""
