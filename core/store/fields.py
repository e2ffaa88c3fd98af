"""Column types of our own: sealed text and sealed JSON, stored as bytes."""

import json
from typing import Any

from tortoise.fields import BinaryField
from tortoise.models import Model

from core.fromjson import storable
from core.privacy.vault import Vault

_process_vault: list[Vault] = []


def use_vault(vault: Vault) -> None:
    """The vault that sealed columns of this process use, from now on."""
    _process_vault[:] = [vault]


def vault_in_use() -> Vault:
    if not _process_vault:
        raise RuntimeError("the store is not open: no vault is in use")
    return _process_vault[0]


class SealedText(BinaryField[Any]):
    """Text that lies encrypted in the database; null stays null."""

    def to_db_value(self, value: Any, instance: type[Model] | Model) -> bytes | None:
        if value is None:
            return None
        text = self._dump(value)
        try:
            return vault_in_use().seal(text, self._context())
        except UnicodeEncodeError:  # half of an emoji, from a vendor or a phone that cuts words
            return vault_in_use().seal(storable(text), self._context())

    def to_python_value(self, value: Any) -> Any:
        if value is None or not isinstance(value, bytes | memoryview):
            return value
        return self._load(vault_in_use().unseal(bytes(value), self._context()))

    def _context(self) -> str:
        model = self.model
        return f"{model._meta.db_table if model else ''}.{self.model_field_name}"

    def _dump(self, value: Any) -> str:
        return str(value)

    def _load(self, text: str) -> Any:
        return text


class SealedJSON(SealedText):
    """A JSON document that lies encrypted in the database."""

    def _dump(self, value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, default=str)

    def _load(self, text: str) -> Any:
        return json.loads(text)
