import boom


def work():
    boom.null()


work()
