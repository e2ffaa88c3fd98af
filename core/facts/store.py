"""The fact store of one installation: a folder per class, Parquet files that are never changed."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

import polars as pl

from core.facts import ledger as books
from core.facts.asof import StoreView
from core.facts.ledger import BatchInfo
from core.facts.record import complete
from core.facts.view import View
from core.facts.writer import Writer
from core.privacy import proof
from core.privacy.vault import Vault
from core.sources import sources

PROOF = ".keys.json"  # which keys sealed what lies here


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Rows of one class, learnt on one day.

    *frame* holds columns of the stored record, missing ones are null; sealed fields as text.
    *sha* identifies the content: a batch with a known sha adds nothing. None: taken from *frame*.
    """

    class_id: str
    observed: date
    frame: pl.DataFrame
    sha: str | None = None
    name: str = ""


class Facts:
    """What departments told us, with the day we learnt it; rows are added, never changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def view(self, at: date) -> View:
        """Everything observed by the end of day *at*, and nothing later."""
        return StoreView(self.folder, at)

    def batches(self, at: date | None = None, class_id: str | None = None) -> list[BatchInfo]:
        """The deliveries taken, oldest first; of one class, or of all; observed by *at*."""
        wanted = [class_id] if class_id else list(sources())
        found = [b for c in wanted for b in self.ledger(c).batches]
        return [b for b in found if at is None or b.observed <= at]

    def ledger(self, class_id: str) -> books.Ledger:
        """The book of one class: its deliveries and files."""
        return books.load(self.folder / class_id)

    def append(self, batch: Batch, vault: Vault | None = None) -> BatchInfo | None:
        """Take a batch, all or nothing; None when the same content was taken that day or before.

        A record_id twice in one batch: equal rows count once, else the later row is the newer
        version. A row that says what is known already is not stored again; so a batch filed late
        (observed before the newest) is news even against a day that only confirmed the old value.
        Raises BadFrame for columns the class does not have.
        """
        sha = batch.sha or _sha(batch)
        with self.taking(batch.class_id, batch.observed, sha, vault) as writer:
            if writer is None:
                return None
            writer.add(batch.frame)
            keep_versions(writer)
            return writer.commit(name=batch.name)

    @contextmanager
    def taking(
        self, class_id: str, observed: date, sha: str, vault: Vault | None = None
    ) -> Iterator[Writer | None]:
        """A writer for one delivery, alone on this store; None when *sha* adds nothing any more.

        What is not committed inside the block leaves no trace. Raises WrongKey when *vault* is not
        the one that sealed what lies here.
        """
        source = sources()[class_id]
        with self.alone():
            if vault:
                proof.check_file(vault, self.folder / PROOF)
            folder = self.folder / class_id
            ledger = books.load(folder)
            if ledger.repeats(sha, observed):
                yield None
                return
            sweep(folder, ledger)
            writer = Writer(folder, source, observed, sha, vault, ledger)
            try:
                yield writer
            finally:
                writer.close()

    @staticmethod
    def unseal(vault: Vault, class_id: str, sealed: pl.Series) -> pl.Series:
        """The one door to sealed fields: the text of column *sealed* (named as its field).

        Raises WrongKey. Callers check first that whoever asks may see it, and write the audit.
        """
        context = f"{class_id}.{sealed.name}"
        text = [None if s is None else vault.unseal(s, context) for s in sealed]
        return pl.Series(sealed.name, text, dtype=pl.String)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """One writer at a time, also across processes; readers are never held up."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def keep_versions(writer: Writer) -> None:
    """A record_id twice in one batch: equal rows count once, others are further versions."""
    rows = writer.repeated()
    if rows.height:
        merged = rows.filter(pl.struct("record_id", "_sum").is_first_distinct().not_())["_row"]
        writer.settle(drop=merged, again=rows["_row"])


def _sha(batch: Batch) -> str:
    """A fingerprint of the content, the same wherever it is computed."""
    plain = complete(batch.frame, sources()[batch.class_id], batch.observed)
    text = plain.drop("observed", "_row").with_columns(pl.col(pl.List(pl.String)).list.join("\x1f"))
    return sha256(text.write_csv().encode()).hexdigest()


def sweep(folder: Path, ledger: books.Ledger) -> None:
    """Remove files a crash left behind before their batch came to exist."""
    known = {f.name for f in ledger.files} | set(ledger.retired)
    for path in folder.glob("*.parquet"):
        if path.name not in known:
            path.unlink()
