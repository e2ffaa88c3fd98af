"""A file a reader cannot handle is told in one sentence, whatever way its library gives up."""

from collections.abc import Iterator
from contextlib import contextmanager

from core.intake.problem import FileProblem

PANIC = "PanicException"  # what a Rust library raises for what it never expected; not an Exception


@contextmanager
def told_as(sentence: str, *errors: type[Exception]) -> Iterator[None]:
    """Raise FileProblem(*sentence*) for these errors and for a library's panic."""
    try:
        yield
    except errors as error:
        raise FileProblem(sentence) from error
    except BaseException as error:
        if type(error).__name__ == PANIC:
            raise FileProblem(sentence) from error
        raise
