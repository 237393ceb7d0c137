"""Icons, styles and catalogues; no logic."""
