"""The parts of a page: header, title, credits, foot, and the office they tell of."""
