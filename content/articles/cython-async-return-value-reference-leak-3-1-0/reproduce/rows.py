import asyncio


class Row:
    pass


async def suspends():
    await asyncio.sleep(0)
    return Row()


async def returns_at_once():
    return Row()


def generator():
    yield
    return Row()


async def await_compiled():
    return await suspends()


async def await_future():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, Row())
    return await future


async def yield_from():
    def outer():
        return (yield from generator())

    for _ in outer():
        pass


async def await_without_suspending():
    return await returns_at_once()


async def await_plain(plain):
    return await plain()
