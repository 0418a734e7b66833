use pyo3::prelude::*;
use std::thread;

#[pyfunction]
fn start_attaching() {
    thread::spawn(|| loop {
        let _ = Python::try_attach(|_py| ());
    });
}

#[pymodule]
fn worker(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(start_attaching, m)?)
}
