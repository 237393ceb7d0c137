"""The page 卡柜: drawers, list, and the card as its paper."""
