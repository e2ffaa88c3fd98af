"""Events that cannot wait for the night: sensors, fires, accidents, calls to the police.

signing.py    who may tell us: a secret per source, a signature per request
reading.py    what an event says, or one sentence why it cannot be read
storing.py    kept before the sender hears "yes"; the same event twice is one
live.py       the facts of a day with what came in since
relatives.py  whom the people of a home allowed to hear of its alarms
"""
