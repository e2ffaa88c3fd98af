"""One file per verb: `jpf import` is import_.py. Heavy imports stay inside the verb."""
