"""How the frames of grains that are not people are made from facts: pure, for a view and a moment."""
