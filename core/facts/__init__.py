"""What departments told us, kept so that any past day can be replayed.

One append-only Parquet shelf per data class. Every record carries two dates: *effective*
(data_date, when it became true) and *observed* (when we learnt it). A `View` is the store as of
one day: it contains exactly what was observed by then.

    facts/<class id>/<observed>-<short sha>-<part>.parquet   the rows of one delivery
    facts/<class id>/ledger.json                             which deliveries exist
"""

from core.facts.ledger import BatchInfo
from core.facts.record import BadFrame
from core.facts.store import Batch, Facts
from core.facts.view import View

__all__ = ["BadFrame", "Batch", "BatchInfo", "Facts", "View"]
