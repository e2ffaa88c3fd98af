"""What departments told us, kept so that any past day can be replayed.

One append-only Parquet shelf per data class. Every record carries two dates: *effective*
(data_date, when it became true) and *observed* (when we learnt it). A `View` is the store as of
one day: it contains exactly what was observed by then.
"""

from core.facts.view import View

__all__ = ["View"]
