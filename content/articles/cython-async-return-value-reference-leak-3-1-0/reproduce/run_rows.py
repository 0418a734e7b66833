import asyncio
import gc
import rows


async def plain():
    await asyncio.sleep(0)
    return rows.Row()


def live():
    gc.collect()
    return sum(type(o) is rows.Row for o in gc.get_objects())


async def main():
    calls = {
        "await_compiled": rows.await_compiled,
        "await_future": rows.await_future,
        "yield_from": rows.yield_from,
        "await_without_suspending": rows.await_without_suspending,
        "await_plain": lambda: rows.await_plain(plain),
        "plain_awaits_compiled": lambda: rows.suspends(),
    }
    for name, call in calls.items():
        before = live()
        for _ in range(10):
            await call()
        print(name, "leaks" if live() - before > 5 else "does not leak")


asyncio.run(main())
