"""Nothing lost, nothing open: what keeps an installation's data safe.

keys.py        the database's own proof of its keys; rotation, resumable at any moment
held.py        a restored service sends nothing until somebody says so
cipher.py      whole files encrypted, piece by piece
copies/        safety copies: made online, verified, restored
retention/     what is kept how long, by law or by promise; what a person may have deleted
export/        tables for other programs and people: masked, or full with two signatures
lock.py        one of these at a time
"""
