use pyo3::prelude::*;
use std::thread;
use std::time::{Duration, Instant};

#[pyfunction]
fn wait(py: Python<'_>) {
    py.detach(|| thread::sleep(Duration::from_millis(300)));
}

#[pyfunction]
fn start_holding() {
    thread::spawn(|| {
        Python::attach(|py| loop {
            let start = Instant::now();
            while start.elapsed() < Duration::from_millis(50) {}
            py.detach(|| ());
        })
    });
}

#[pymodule]
fn returning(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(wait, m)?)?;
    m.add_function(wrap_pyfunction!(start_holding, m)?)
}
