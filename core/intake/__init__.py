"""Department files into facts: read whatever comes, clean it, explain every row that goes back.

examine     fingerprint and encoding          readers/    one file per format
header      which column is what              cells, columns    what a cell means
clean       text to records                   rejects     what goes back, and why
days        which day a delivery came
guards      is the file sane, in order        importing   one file, all or nothing
"""

from core.intake.days import by_day
from core.intake.importing import import_paths
from core.intake.taking import FileReport

__all__ = ["FileReport", "by_day", "import_paths"]
