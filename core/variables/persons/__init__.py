"""What is said of one person, from the columns of the extracts and of one another.

One file per column: COLUMN, `value(std)`, EXAMPLES. The order of evaluation follows from the
names each file reads.
"""
