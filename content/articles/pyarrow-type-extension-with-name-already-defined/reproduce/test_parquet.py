def test_one(fs):
    import pandas as pd

    pd.DataFrame({"a": [1]}).to_parquet("/one.parquet")


def test_two(fs):
    import pandas as pd

    pd.DataFrame({"a": [1]}).to_parquet("/two.parquet")
