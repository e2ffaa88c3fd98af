"""A page with four phones: grid worker, resident, the town's room, supervisor.

    app = application(api, *routes(api, story, token=secrets.token_urlsafe()))

The page opens at /?t=TOKEN, on this machine only. It shows what the Bot API look-alike delivers
and plays the people's hands; the bot behind it is the very bot that runs against the service.
"""

from demo.phones.site import routes
from demo.phones.story import EVENTS, StoryControls

__all__ = ["EVENTS", "StoryControls", "routes"]
