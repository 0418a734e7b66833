import asyncio


class Row:
    pass


async def fetch():
    await asyncio.sleep(0)
    return Row()


async def load():
    return await fetch()
