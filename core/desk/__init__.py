"""The duty desk: who sits there, and what the supervisor's morning is made of.

entry.py     a one-time link from the bot becomes a session that ends at night
"""
