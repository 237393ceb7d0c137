"""The window: pages, forms, dialogs; no rule and no query."""
