"""From characters to clauses, words, numbers and people: what both audiences share."""
