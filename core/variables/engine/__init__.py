"""How the shelves of extracts, person columns and variables become two frames."""
