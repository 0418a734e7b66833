import asyncio
import resource

import greenlet
import sqlalchemy
from sqlalchemy.ext.asyncio import create_async_engine

print(sqlalchemy.__version__, greenlet.__version__)


async def main():
    engine = create_async_engine("sqlite+aiosqlite://")
    for step in range(4):
        for _ in range(2_000):
            async with engine.connect():
                pass
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(step, peak, "MB")
    await engine.dispose()


asyncio.run(main())
