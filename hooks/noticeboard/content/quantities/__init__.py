"""How many and how long: amounts of money, whole numbers, shares, durations, days until something is due."""
