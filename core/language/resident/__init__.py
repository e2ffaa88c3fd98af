"""What residents ask: intent, topics, facts of the people they speak of, danger first."""
