"""Keyboards under messages, checked as the service checks them."""

import re
from typing import Any

from demo.botapi.people import Json
from demo.botapi.refused import Refused, bad

MOST_BUTTONS, MOST_IN_A_ROW, DATA_BYTES = 100, 8, 64
STYLES = ("primary", "success", "danger")
ACTIONS = (
    "callback_data",
    "url",
    "copy_text",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
)
URL = re.compile(r"(https?://[^\s/]+\.[^\s]+|https?://(localhost|127\.0\.0\.1)[^\s]*|tg://\S+)$")


def checked(markup: Json, *, inline_only: bool = False) -> Json:
    """*markup* if the service would take it, else Refused. Empty stays empty."""
    if "inline_keyboard" in markup:
        _check_rows(markup["inline_keyboard"], _check_inline)
        return markup if any(markup["inline_keyboard"]) else {}
    if markup and inline_only:
        raise bad("inline keyboard expected")
    if "keyboard" in markup:
        _check_rows(markup["keyboard"], _check_reply)
    elif markup and not (markup.get("remove_keyboard") or markup.get("force_reply")):
        raise bad("object expected as reply markup")
    return markup


def buttons(markup: Json | None) -> list[Json]:
    """All inline buttons, row after row."""
    return [button for row in (markup or {}).get("inline_keyboard", []) for button in row]


def _check_rows(rows: Any, check: Any) -> None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad("can't parse reply keyboard markup JSON object")
    if sum(map(len, rows)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in rows):
        raise bad("reply markup is too long")
    for button in (button for row in rows for button in row):
        check(button)


def _check_inline(button: Any) -> None:
    if not isinstance(button, dict):
        raise bad("can't parse inline keyboard button: Expected an Object")
    if not str(button.get("text", "")).strip():
        raise bad('can\'t parse inline keyboard button: Field "text" must be non-empty')
    actions = [name for name in ACTIONS if button.get(name) is not None]
    if len(actions) != 1:
        raise bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    _check_style(button)
    if refusal := _wrong_action(actions[0], button[actions[0]]):
        raise refusal


def _wrong_action(name: str, value: Any) -> Refused | None:
    if name == "callback_data" and not 1 <= len(str(value).encode()) <= DATA_BYTES:
        return bad("BUTTON_DATA_INVALID")
    if name == "url" and not URL.match(str(value)):
        return bad(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    if name == "copy_text" and not 1 <= len(str((value or {}).get("text", ""))) <= 256:
        return bad("BUTTON_COPY_TEXT_INVALID")
    return None


def _check_reply(button: Any) -> None:
    label = button if isinstance(button, str) else dict(button).get("text", "")
    if not str(label).strip():
        raise bad('can\'t parse keyboard button: Field "text" must be non-empty')
    if isinstance(button, dict):
        _check_style(button)


def _check_style(button: Json) -> None:
    if button.get("style") not in (None, *STYLES):
        raise bad("can't parse keyboard button: invalid button style specified")
