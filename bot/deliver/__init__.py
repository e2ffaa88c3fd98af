"""Empty the outbox: claim, send, mark. Never lose, never repeat unmarked.

sender.py chooses who is next and how many go at once, carrier.py brings one message to one phone,
failed.py says what a failure means, proof.py takes a tap as evidence, moving.py follows a group to its
new number, rows.py asks and tells the outbox, lone.py sends the one message of safe mode.
"""

from bot.deliver.sender import Sender

__all__ = ["Sender"]
