"""What is kept how long, and what a person may have deleted. Always a plan first, then the deed.

    plan.py        lines that say what would go, what must stay, and why
    by_age.py      chats, false alarms, device signals, returned files: gone when their time is over
    person.py      everything about one person or household, on a legal request
    cases.py       facts.py     the two places it lies in
    orders.py      the deletions ordered, kept outside the database: a restored copy obeys them again

Periods are parameters of the city (keep_*.yaml), each with its source. The trail is never deleted.
"""
