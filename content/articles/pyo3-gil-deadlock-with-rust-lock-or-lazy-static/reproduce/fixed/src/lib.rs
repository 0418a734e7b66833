use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;

static BAD: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

fn load(py: Python<'_>) -> Py<PyAny> {
    py.import("slow_config").unwrap().getattr("VALUE").unwrap().unbind()
}

#[pyfunction]
fn bad(py: Python<'_>) -> Py<PyAny> {
    BAD.get_or_init(py, || load(py)).clone_ref(py)
}

#[pymodule]
fn once(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(bad, m)?)
}
