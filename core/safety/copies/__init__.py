"""Safety copies: made while the service runs, verified, restored into an empty place.

    manifest.py    what a copy holds: fingerprints, row counts, where the trail ended; signed
    dumped.py      what a dump of a database says of itself, whichever kind it is
    of_sqlite.py   of_postgres.py   one kind of database each: out, in, and looked through
    making.py      a copy: complete under its final name, or not there
    restoring.py   into an empty home and database; what waits to be sent is held
    last.py        when the last good copy was made, told outside the database too

A copy is a folder DIR/jpf-<date>-<time>/ of encrypted files; the keys are never in it and must be kept
apart, or the copy opens for nobody, or for everybody.
"""
