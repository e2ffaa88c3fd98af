"""What happens to people, one file per part of life; each adds its tables to the world.

A table tells what is true in the world, with true days; what departments know of it, and when,
is the business of `demo.town.views`.
"""
