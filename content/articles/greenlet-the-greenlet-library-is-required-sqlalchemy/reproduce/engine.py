import asyncio

from sqlalchemy.util import greenlet_spawn

asyncio.run(greenlet_spawn(print, "connected"))
