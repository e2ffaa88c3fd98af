"""What a button carries: at most 64 bytes, signed, worthless in another chat or after a month.

    v1.<verb>.<about>.<arg>.<day b36>.<signature>
The signature covers all of it and the chat. It only keeps strangers from making buttons up: whether
the presser may do it is asked again at every press.
"""

import base64
import hmac
from datetime import date, timedelta

from bot.message import Button, Press
from core.privacy.vault import Vault

LIVES = timedelta(days=30)
START = date(2020, 1, 1)


class BadButton(ValueError):
    """Made up, of another chat, or out of date."""


def pack(button: Button, chat: str, today: date, vault: Vault) -> str:
    day = _base36((today - START).days)
    about = _short(button.about)
    body = f"v1.{button.verb}.{about}.{button.arg}.{day}"
    return f"{body}.{_sign(body, chat, vault)}"


def unpack(data: str, chat: str, today: date, vault: Vault) -> Press:
    """What the button said; raises BadButton."""
    body, _, signature = data.rpartition(".")
    parts = body.split(".")
    if len(parts) != 5 or parts[0] != "v1" or not _same(signature, _sign(body, chat, vault)):
        raise BadButton
    made = START + timedelta(days=int(parts[4], 36))
    if not timedelta(days=-1) <= today - made <= LIVES:
        raise BadButton
    return Press(verb=parts[1], about=_long(parts[2]), arg=parts[3])


def _same(given: str, right: str) -> bool:
    return hmac.compare_digest(given.encode(), right.encode())


def _short(about: str) -> str:
    """PH-2022-000318 → PH2022~8u: case numbers in base 36."""
    prefix, _, rest = about.partition("-")
    year, _, number = rest.partition("-")
    return f"{prefix}{year}~{_base36(int(number))}" if number.isdigit() else about


def _long(about: str) -> str:
    head, mark, number = about.partition("~")
    return f"{head[:-4]}-{head[-4:]}-{int(number, 36):06d}" if mark else about


def _sign(body: str, chat: str, vault: Vault) -> str:
    digest = bytes.fromhex(vault.blind("button", f"{body}|{chat}"))[:10]
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _base36(number: int) -> str:
    digits, out = "0123456789abcdefghijklmnopqrstuvwxyz", ""
    while number:
        number, rest = divmod(number, 36)
        out = digits[rest] + out
    return out or "0"
