import os

import wide


class WideLens(wide.Lens):
    def __init__(self):
        if os.environ.get("CALL"):
            super().__init__()


print(WideLens().focus)
