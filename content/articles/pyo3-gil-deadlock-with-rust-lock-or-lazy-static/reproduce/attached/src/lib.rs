use pyo3::prelude::*;
use pyo3::sync::OnceLockExt;
use std::sync::OnceLock;

static BAD: OnceLock<Py<PyAny>> = OnceLock::new();

fn load(py: Python<'_>) -> Py<PyAny> {
    py.import("slow_config").unwrap().getattr("VALUE").unwrap().unbind()
}

#[pyfunction]
fn bad(py: Python<'_>) -> Py<PyAny> {
    BAD.get_or_init_py_attached(py, || load(py)).clone_ref(py)
}

#[pymodule]
fn attached(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(bad, m)?)
}
