"""Made-up Pinghu: a local Bot API, a page of phones, and the story that runs through them."""
