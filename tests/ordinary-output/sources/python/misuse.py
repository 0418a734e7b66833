"""Everyday mistakes with NumPy, pandas, SciPy, scikit-learn and Matplotlib; prints each traceback."""
import sys, traceback, warnings
import numpy as np
warnings.simplefilter("always")
def pandas_():
    import pandas as pd
    df = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
    return [lambda: df["missing"], lambda: df.loc[9], lambda: df.iloc[9], lambda: df.mean(numeric_only=False), lambda: pd.to_datetime("nonsense"), lambda: pd.read_csv("/no/such.csv"),
        lambda: df.merge(df, on="zzz"), lambda: pd.concat([]), lambda: df.astype(int), lambda: df["a"].str.upper(), lambda: df[df["a"] > 1]["a"].__setitem__(1, 9), lambda: df.set_index("q"),
        lambda: pd.DataFrame([[1, 2]], columns=["a"]), lambda: df.query("a ==="), lambda: bool(df), lambda: df.groupby("b").agg("no_such"), lambda: df.append(df), lambda: pd.Series([1]).reshape(3), lambda: pd.read_json("{"), lambda: pd.read_parquet("x.parquet"), lambda: pd.read_excel("x.xlsx"),
        lambda: df.pivot(index="a", columns="a", values="zz"), lambda: pd.Timestamp("2020-01-01") + pd.Timestamp("2020-01-02"), lambda: pd.to_numeric(["a"]), lambda: df.to_hdf("x.h5", "k"), lambda: pd.DataFrame({"a": [1], "b": [1, 2]}), lambda: df.apply(lambda r: r["zz"], axis=1)]
def numpy_():
    big = np.full((3, 3), 1e300)
    return [lambda: np.zeros(3) + np.zeros(4), lambda: np.zeros(3)[5], lambda: np.zeros((2, 2)) @ np.zeros((3, 3)), lambda: np.array([1, [2, 3]]), lambda: np.array([1]) / 0, lambda: np.log(np.array([0.0, -1])),
        lambda: big @ big, lambda: np.array([[np.inf, 1], [0, 1]]) @ np.array([[0.0, 1], [1, 1]]), lambda: np.exp2(np.array([1e9])), lambda: np.float32(1e30) * np.float32(1e30), lambda: np.int8(100) + np.int8(100), lambda: np.array([300]).astype(np.int8), lambda: np.array(["a"]).astype(float),
        lambda: np.dtype("nonsense"), lambda: np.zeros(3, dtype="f9"), lambda: np.frombuffer(b"abc", np.float64), lambda: np.frombuffer(b"abc", "u1").__setitem__(0, 1), lambda: np.int, lambda: np.bool, lambda: np.float_, lambda: np.product([1]), lambda: np.no_such_thing, lambda: np.distutils, lambda: np.matrix_of,
        lambda: np.load("/no/such.npy"), lambda: np.reshape(np.zeros(6), (4, 4)), lambda: np.concatenate([np.zeros(3), np.zeros((3, 3))]), lambda: np.linalg.inv(np.zeros((2, 2))), lambda: np.linalg.cholesky(-np.eye(2)), lambda: np.mean([]), lambda: np.array([1, 2]) if np.array([1, 2]) else 0,
        lambda: np.zeros(3).astype("datetime64"), lambda: np.add(1, "a"), lambda: np.array([1.5]).__iadd__("x"), lambda: np.zeros(3, int).__iadd__(1.5), lambda: np.vectorize(lambda: 1)(3), lambda: np.loadtxt(["1 2", "3"]), lambda: np.ones(3, order="Z"), lambda: np.random.randint(5, 2), lambda: np.random.default_rng(-1), lambda: np.einsum("ij,jk", np.ones(2), np.ones(2)), lambda: np.ndarray((2,), buffer=b"x"), lambda: np.fromfile("/no/such"), lambda: np.nan_to_num("x"),
        lambda: np.asarray(object()).astype(float), lambda: np.unravel_index(9, (2, 2)), lambda: np.float64("x"), lambda: np.array([2**70]).astype("i8"), lambda: np.zeros(10**14), lambda: np.sqrt(-1.0), lambda: np.arccos(2.0), lambda: np.power(np.int64(2), -1), lambda: np.multiply.reduce(["a"]), lambda: np.ascontiguousarray(np.zeros(3))[np.array([0.5])]]
def scipy_():
    from scipy import integrate, interpolate, linalg, optimize, signal, sparse, stats
    return [lambda: linalg.solve(np.zeros((2, 2)), np.ones(2)), lambda: optimize.curve_fit(lambda x, a, b, c: a * x, [1], [2]), lambda: optimize.brentq(lambda x: x + 9, 0, 1), lambda: interpolate.interp1d([1, 2], [1, 2])(5), lambda: sparse.csr_matrix([[1]]) + sparse.csr_matrix([[1, 2]]), lambda: stats.pearsonr([1], [2]), lambda: integrate.quad(lambda x: 1 / x, 0, 1),
        lambda: signal.butter(2, 3), lambda: linalg.eigh(np.full((2, 2), np.nan)), lambda: optimize.minimize(lambda x: x, [1, 2]), lambda: sparse.linalg.spsolve(sparse.csc_matrix((2, 2)), np.ones(2)), lambda: linalg.lu_factor(np.zeros((3, 3))), lambda: stats.norm.fit([]), lambda: optimize.linprog([1], A_ub=[[1, 2]], b_ub=[1]), lambda: linalg.inv(np.array([[1, 2, 3]])), lambda: signal.resample([1], -3)]
def sklearn_():
    from sklearn import cluster, linear_model, model_selection, preprocessing, svm, tree
    x, y = np.array([[1.0], [2.0], [3.0]]), np.array([0, 1, 0])
    return [lambda: linear_model.LogisticRegression().predict(x), lambda: linear_model.LinearRegression().fit(x, y[:2]), lambda: linear_model.LinearRegression().fit([[np.nan]], [1]), lambda: svm.SVC(kernel="nothing").fit(x, y), lambda: svm.SVC().fit(x, [0, 0, 0]), lambda: cluster.KMeans(9).fit(x), lambda: linear_model.LogisticRegression(max_iter=1).fit(np.random.rand(99, 9), np.arange(99) % 3), lambda: model_selection.train_test_split([], []), lambda: preprocessing.OneHotEncoder().fit(["a"]), lambda: tree.DecisionTreeClassifier(max_depth=-3).fit(x, y), lambda: model_selection.cross_val_score(svm.SVC(), x, y, cv=5), lambda: preprocessing.StandardScaler().fit([["a"]]), lambda: linear_model.LogisticRegression(penalty="l1").fit(x, y)]
def matplotlib_():
    import matplotlib; matplotlib.use("Agg")
    from matplotlib import pyplot as plt
    return [lambda: plt.plot([1, 2], [1]), lambda: plt.plot([1], colour="red"), lambda: plt.plot([1], "nonsense"), lambda: plt.savefig("x.nothing"), lambda: plt.imshow(np.zeros((2, 2, 7))), lambda: plt.style.use("nothing"), lambda: [plt.figure() for _ in range(22)], lambda: plt.show(), lambda: plt.subplot(9, 9, 99), lambda: plt.hist("x", bins=-3), lambda: plt.title("样本") and plt.savefig("x.png"), lambda: matplotlib.use("TkAgg", force=True), lambda: plt.colorbar(), lambda: plt.bar([1, 2], [1, 2, 3]), lambda: matplotlib.rcParams.__setitem__("no.such", 3), lambda: plt.legend(), lambda: plt.text(0, 0, "$\\nothing$") and plt.savefig("y.png"), lambda: plt.cm.get_cmap("nothing")]
for case in globals()[sys.argv[1] + "_"]():
    try:
        case()
    except BaseException:
        traceback.print_exc()
