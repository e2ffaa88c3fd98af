"""One file per thing people do in the chat."""
