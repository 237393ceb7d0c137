"""The settings page: people, teams, own password, language."""
