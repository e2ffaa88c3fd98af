"""Import what is heavy without the collector walking over all modules again and again.

A fifth of a service's start went there. What is imported stays for good, so the collector leaves it
alone afterwards too.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quickly() -> Iterator[None]:
    """Around imports only: meanwhile nothing is collected."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
