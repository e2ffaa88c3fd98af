"""Sensitive things have one door: sealing fields, blind look-ups, masking, rights."""
