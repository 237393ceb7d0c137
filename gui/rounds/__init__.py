"""The page 拜访计划: each rep's plan of a day, and who is left out of it."""
