"""One family's matter from the finding to proven help.

states.py    the state machine: what may follow what; every step kept for ever
brief.py     what a monitor gives a case: whom to call, by when, what may help
opening.py   a finding becomes a case, the whistle is blown
work.py      a worker takes it, reports the visit, records help
calls.py     called units report in, pass on, finish
proof.py     later data closes a case, or withdraws it
doors.py     the only ways to a case for somebody who asks
telling.py   a case as JSON and as lines of a timeline
"""
