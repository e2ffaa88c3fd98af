"""Where every monitor stands: for whoever looks after them.

overview.py  all of them, one line each
about.py     one of them, with its history and what people found
trial.py     its examples asked again
"""

from scheduler.lives.about import about
from scheduler.lives.naming import chosen
from scheduler.lives.overview import overview
from scheduler.lives.trial import tried

__all__ = ["about", "chosen", "overview", "tried"]
