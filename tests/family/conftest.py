"""What departments sent about the families of the demonstration, imported once."""

from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from core.city import load_city
from core.config import Settings
from core.facts import Facts
from core.family.portrayed import portray
from core.house import House
from core.intake import import_paths
from core.privacy.vault import Vault

DAY, CITY = date(2022, 7, 15), load_city()


@pytest.fixture(scope="session")
def family(tmp_path_factory):
    """(language, household) → the family as portrayed on DAY."""
    home, vault = tmp_path_factory.mktemp("families"), Vault.throwaway()
    sent = Path(str(files("demo").joinpath("data"))) / "2022-07-14"
    facts = Facts(home / "facts")
    import_paths([sent], date(2022, 7, 14), facts, vault, rejects=home / "rejects")

    @cache
    def portrayed(lang="zh", household="PH0101"):
        return portray(household, DAY, facts, vault, CITY, lang=lang)

    portrayed.facts, portrayed.vault = facts, vault
    return portrayed


@pytest.fixture
def house_of(family):
    """A house over these facts; its clock stands at the moment given."""
    settings = Settings(home=family.facts.folder.parent, made_up=True)
    return lambda at: House(settings, family.vault, CITY, family.facts, lambda: at)
