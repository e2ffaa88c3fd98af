"""The command line, `jpf`: the whole product's door for operators and other programs."""
