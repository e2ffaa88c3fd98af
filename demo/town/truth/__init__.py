"""What is true: who should be found by which watch, from when, until when, and why.

One file per watch, `mon_NN.py`, derived from the made-up world and from the days on which rows
were delivered; nothing here has read how a watch is written. A finding has

    level        must (every reading of the watch finds it) or may (some readings do)
    true_on      the day it became true in the world
    visible_on   the first day the data could show it under the widest reading
    surely_on    the day from which every reading shows it (its rhythm of days or weeks included)
    closes_on    the first day on which it may be over by the data; null: still open at the end
    closed_by    the day by which it must be over; null: the data never close it
A `silence` is a named false alarm: the watch must not find this person or home between two days.
"""
