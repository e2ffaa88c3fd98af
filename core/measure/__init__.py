"""Multidimensional measurement after Alkire and Foster, for supervisors and researchers.

Works on any table of achievements with cut-offs or of deprivations (0/1): headcount H, intensity
A, adjusted headcount M0, censored and uncensored headcounts, contributions, by group, with survey
weights. Source: Alkire & Foster, Journal of Public Economics 95 (2011).
"""

from core.measure.alkire_foster import measure
from core.measure.design import Design, MeasureError
from core.measure.published import published

__all__ = ["Design", "MeasureError", "measure", "published"]
