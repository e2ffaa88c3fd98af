"""One line per event: time, level, event and our own ids; never a name, a number of a citizen, words.

Whatever slips through, in our lines or a library's, is masked before it is written.
"""

import logging
import os
import re
import sys
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


def speak_plainly(level: int) -> None:
    """Set logging up for a process: JSON with JPF_LOG=json, key=value lines otherwise."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.format_exc_info,
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
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _mask, last],
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for noisy in ("httpx", "httpcore", "apscheduler", "tortoise"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
