use pyo3::prelude::*;

#[pyfunction]
fn call_many(func: &PyAny, n: usize) -> PyResult<()> {
    for _ in 0..n {
        func.call0()?;
    }
    Ok(())
}

#[pymodule]
fn grow(_py: Python<'_>, m: &PyModule) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(call_many, m)?)
}
