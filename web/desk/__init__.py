"""The duty desk (值班台): what supervisors and town offices see in a browser, rendered here.

    guard.py      who sits there: the cookie, the forms' word, the headers of every answer
    paper.py      templates and how things are said on a page
    entering.py   the one-time link, signing out, language and look
    cases.py      the red queue, the lists, a case, the nudge
    families.py   a family with its card and booklet
    morning.py    the supervisor's morning, the workbook
    site.py       the addresses

Everything asks the doors in core; nothing here touches the store. No family's name stands in an
address: only our own case and household numbers do.
"""

from web.desk.site import routes

__all__ = ["routes"]
