"""Everything about one family as of one day, behind one door.

    members.py     who lives there: names unsealed, relations in words
    portrayed.py   variables, portrait, reasons, suggestions: what `jpf household` tells
    card.py        the same as a card for a phone
    booklet.py     the same as 一户一册
    drawing.py     pictures and documents drawn when a message is sent
Whoever calls has asked `core.access` first and leaves a line in the trail.
"""
