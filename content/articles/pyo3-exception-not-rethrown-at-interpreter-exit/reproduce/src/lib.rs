use pyo3::prelude::*;
use std::thread;

#[pyfunction]
fn start_attaching() {
    thread::spawn(|| loop {
        Python::with_gil(|_py| ()); // Python::attach since 0.26
    });
}

#[pymodule]
fn worker(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(start_attaching, m)?)
}
