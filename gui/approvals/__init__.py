"""The page 审批: what was asked for, and the decision on it."""
