"""Whom a row names when it has no usable number: blind keys of name and birth date.

A name is never stored in clear. What is compared is `name_key`, the blind index of the name as
everybody would write it together with the birth date; a row without number and mark is kept under
a `stand_in`, the blind index of name, birth date and village, until matching finds its person.
"""

import polars as pl

from core.privacy.vault import Vault

REGISTER = "P02-01"  # the register of residents: whoever is matched is matched to it
STAND_IN = "n-"
_SPACES = r"[\s·•・．.]"
_NO_NAME = (
    r"^(未取名|未起名|未命名|待取名|暂无|暂无姓名|无名|无名氏|新生儿|婴儿|男婴|女婴|佚名|不详|未知)$"
    r"|之[子女]$|^.{0,2}(宝宝|毛毛|大双|小双|双[甲乙大小])$|^.?$"
)


def plain_name(written: pl.Series) -> pl.Series:
    """A name without what people write differently; null for what is no name yet (某某之子)."""
    name = written.str.normalize("NFKC").str.replace_all(_SPACES, "").str.to_uppercase()
    found = name.to_frame().select(pl.when(~pl.first().str.contains(_NO_NAME)).then(pl.first()))
    return found.to_series()


def name_keys(written: pl.Series, born: pl.Series, vault: Vault) -> pl.Series:
    """Name and birth date as one blind index; null where either is missing."""
    return _blind(vault, "name+birth", plain_name(written), born)


def stand_ins(written: pl.Series, born: pl.Series, region: pl.Series, vault: Vault) -> pl.Series:
    """The mark of somebody only a name, a birth date and a place tell; null without the first two."""
    village = region.str.slice(0, 12).fill_null("")
    told = _blind(vault, "name+birth+village", plain_name(written), born, village)
    return STAND_IN + told


def is_stand_in(mark: pl.Expr) -> pl.Expr:
    return mark.str.starts_with(STAND_IN)


def _blind(vault: Vault, kind: str, *parts: pl.Series) -> pl.Series:
    named = [p.cast(pl.String).alias(str(n)) for n, p in enumerate(parts)]
    texts = pl.DataFrame(named).select(pl.concat_str(pl.all(), separator="|")).to_series()
    known = {text: vault.blind(kind, text) for text in texts.drop_nulls().unique()}
    return texts.replace_strict(known, default=None, return_dtype=pl.String)
