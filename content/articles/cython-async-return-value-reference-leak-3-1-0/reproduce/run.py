import asyncio
import gc
import inner


async def main():
    for i in range(3):
        row = await inner.load()
        del row
        gc.collect()
        print("live rows:", sum(type(o) is inner.Row for o in gc.get_objects()))
    left = [o for o in gc.get_objects() if type(o) is inner.Row]
    if left:
        print("referrers:", [r for r in gc.get_referrers(left[0]) if r is not left])


asyncio.run(main())
