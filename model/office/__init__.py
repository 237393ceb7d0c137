"""Who works here, with which rights, what was done: people, teams, log, calendar."""
