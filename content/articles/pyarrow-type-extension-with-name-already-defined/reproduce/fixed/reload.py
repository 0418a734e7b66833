import sys

import pandas as pd
import pyarrow as pa

df = pd.DataFrame({"a": [1]})
df.to_parquet("a.parquet")
del sys.modules["pandas.core.arrays.arrow.extension_types"]
for name in ("pandas.period", "pandas.interval"):
    pa.unregister_extension_type(name)
df.to_parquet("a.parquet")
print("written twice")
