import pickle

import numpy as np

values = {"array": np.arange(3), "generator": np.random.default_rng(1)}
for name, value in values.items():
    for protocol in (4, 5):
        with open(f"{name}{protocol}.pkl", "wb") as file:
            pickle.dump(value, file, protocol)
