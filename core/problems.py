"""Problems whose message is a sentence for the person at the keyboard: what, why, what to do."""


class Problem(Exception):
    """Base of everything that is told as one sentence instead of a traceback."""
