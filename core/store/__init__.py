"""What we do, kept in a database: accounts, cases, messages, jobs, trail. What departments told us
lies in `core.facts`; what people decide and say lies here.

    open_store(url, vault)      one connection set for the whole process, migrations checked
    atomically(work)            the only way to write: all of it, or nothing of it
    models in people.py, casework.py, mail.py, timetable.py, trail.py, marks.py
    guards.py                   what the database itself refuses: changes to the trail and to steps
"""

from core.store.database import Store, atomically, open_store, tables_config

__all__ = ["Store", "atomically", "open_store", "tables_config"]
