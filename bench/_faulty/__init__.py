"""The parts of the fault bench: a made-up staff, hands that tap, deaths, and a judge."""
