import worker

worker.start_attaching()
big = [{i: str(i)} for i in range(300_000)]   # makes finalization slow
