"""Tables for other programs and for people: outbox, visits, cases, trail.

    permit.py     who may take what out: masked for the operator; full only for two, each with the right
    columns.py    what a table shows, and which of it is secret
    tables.py     the rows of each table, page by page
    formats.py    CSV, JSON, XLSX; nothing in them runs as a formula
    taking.py     an export from request to bytes, with its entry in the trail

Rows of a restricted line (children, restricted) never leave without that line.
"""
