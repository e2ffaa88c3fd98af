"""What one open installation consists of; handed down to whoever works in it."""

from dataclasses import dataclass

from core.city import City
from core.clock import Clock
from core.config import Settings
from core.facts import Facts
from core.privacy.vault import Vault


@dataclass(frozen=True)
class House:
    """One installation: settings, keys, the city's pack, the facts, the clock on its wall."""

    settings: Settings
    vault: Vault
    city: City
    facts: Facts
    clock: Clock
