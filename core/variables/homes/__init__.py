"""What is said of a household between its facts and the seventy variables: incomes, costs, carers.

One file per column: COLUMN, `members(std)` (what is counted over the members), `value(std)`.
"""
