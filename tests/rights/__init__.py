"""Every role at every door: who reaches what, written out once, everything else refused and silent."""
