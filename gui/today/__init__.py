"""The page 今日: cards out in the morning, cards home with their records in the evening."""
