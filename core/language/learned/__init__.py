"""A second opinion: weights of short strings, learned from labelled messages and kept as a table.

The rules read what somebody thought of; the weights lean towards a reading when the wording is
new. They are a plain linear model, so every decision can be told by the strings that made it.
`python -m core.language.learned.train FOLDER` makes the tables anew, always the same.
"""
