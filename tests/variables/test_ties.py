"""Several records of one day: the answer does not hang on the order in which they lie."""

from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from core.variables.engine.words import last

DAY = date(2022, 7, 15)
RECORDS = st.lists(
    st.tuples(st.sampled_from([DAY, date(2022, 7, 14)]), st.integers(1, 3)), min_size=1, max_size=6
)


@given(records=RECORDS, shuffled=st.randoms(use_true_random=False))
def test_the_newest_record_is_the_same_in_any_order(records, shuffled):
    rows = [(f"r{n}", day, value) for n, (day, value) in enumerate(records)]
    newest = max(rows, key=lambda row: (row[1], row[0]))[2]
    for _ in range(3):
        shuffled.shuffle(rows)
        frame = pl.DataFrame(rows, schema=["record_id", "data_date", "value"], orient="row")
        assert frame.select(last("value")).item() == newest
