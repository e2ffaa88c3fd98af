"""How monitors live, what people teach them, and how much they may ask of people.

life.py         draft → backtested → silent → villages → live → paused, each step by a person
nights.py       what each monitor said each day: counts, never people
flood.py        a monitor that jumps is held until a person lets its findings go
outcomes.py     what was found on the visit, per monitor version, with intervals
learning.py     what follows: proposals that people accept or refuse
guards.py       the conditions people added
corrections.py  wrong data goes back to the department that sent it
snooze.py       one kind of alert about one family stays silent for a while
wishes.py       “下个月再说”: the same, read from a worker's words
turns.py        eight cards a worker a day, the rest in order of expected help
load.py         what all this asks of people: cards per household-month, share that was useful
"""
