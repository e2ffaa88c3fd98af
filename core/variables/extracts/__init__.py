"""One file per class of data the variables and the monitors read, called as the class.

Person extracts are columns of `Features.persons`, household extracts of `Features.households`;
the docstring of each file says what its columns mean. Days are dates, amounts fen, months the
first of the month.
"""
