import timeit
import work

slow, fast = (
    min(timeit.repeat(lambda: run(10_000_000), number=1, repeat=3))
    for run in (work.run, work.run_noexcept)
)
print("run is more than 5 times slower" if slow > 5 * fast else "run is equally fast")
