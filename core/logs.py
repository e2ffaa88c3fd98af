"""One line per event: time, level, event and our own ids; never a name, a number of a citizen, words.

Whatever slips through, in our lines or a library's, is masked before it is written. An error is told
by its kind and the places it passed, not by its message, and a library's line without what it filled
in: messages of libraries quote values (an answer that is no JSON, with all that was said in it).
JPF_LOG=words shows messages too, for a developer on made-up data.
"""

import logging
import os
import re
import sys
import traceback
from types import TracebackType
from typing import Any

import structlog

CITIZEN = re.compile(r"(?<!\d)(\d{6})(?:19|20)\d{9}[\dXx](?!\d)")
PHONE = re.compile(r"(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)")
TOKEN = re.compile(r"\b\d{6,12}:[\w-]{20,}")


def masked(text: str) -> str:
    text = CITIZEN.sub(r"\1************", text)
    text = PHONE.sub(r"\1****\2", text)
    return TOKEN.sub("***", text)


def _mask(_logger: Any, _name: str, event: Any) -> Any:
    return {k: masked(v) if isinstance(v, str) else v for k, v in event.items()}


def places(error: BaseException) -> str:
    """An error without its message: its kind, where it passed, and the same of its causes."""
    told, seen = [], set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        steps = traceback.extract_tb(cause.__traceback__)
        told.append(type(cause).__name__ + "".join(f"\n  {s.filename}:{s.lineno}" for s in steps))
        cause = cause.__cause__ or cause.__context__
    return "\ncaused by ".join(told)


def _unfilled(_logger: Any, _name: str, event: Any) -> Any:
    """A library's line as it was written in the library."""
    filled_in = event.pop("positional_args", ())
    return event | {"event": str(event["_record"].msg)} if filled_in else event


def _error(_logger: Any, _name: str, event: Any) -> Any:
    """exc_info as places; nothing when there is none."""
    info = event.pop("exc_info", None)
    found = info if isinstance(info, BaseException) else None
    if info and found is None:
        found = (info if isinstance(info, tuple) else sys.exc_info())[1]
    if found is not None:
        event["exception"] = places(found)
    return event


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    sys.stderr.write(places(error.with_traceback(trace)) + "\n")


def speak_plainly(level: int) -> None:
    """Set logging up for a process: JSON with JPF_LOG=json, key=value lines otherwise.

    A line that cannot be written is lost: Python would tell so with the words being handled.
    """
    wordy = os.environ.get("JPF_LOG") == "words"
    logging.raiseExceptions = wordy
    if not wordy:
        sys.excepthook = _uncaught
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.format_exc_info if wordy else _error,
        _mask,
    ]
    as_json = os.environ.get("JPF_LOG") == "json"
    last: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"])
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared if wordy else [_unfilled, *shared],
            pass_foreign_args=not wordy,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _mask, last],
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for noisy in ("httpx", "httpcore", "apscheduler", "tortoise"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
