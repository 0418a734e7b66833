import sys

import pandas as pd

df = pd.DataFrame({"a": [1]})
df.to_parquet("a.parquet")
del sys.modules["pandas.core.arrays.arrow.extension_types"]
df.to_parquet("a.parquet")
print("written twice")
