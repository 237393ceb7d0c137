"""The page 登记簿: loans, visit records and the report of a day."""
