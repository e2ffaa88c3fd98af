"""What we know and what we decide: facts, portraits, cases, rights. No chat, no timetable."""
