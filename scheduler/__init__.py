"""When things run: the nightly sweep, reminders, digests. Each job can also be run by hand."""
