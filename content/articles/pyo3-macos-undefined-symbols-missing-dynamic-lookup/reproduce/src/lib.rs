use pyo3::prelude::*;

#[pyfunction]
fn greet(name: &str) -> String {
    format!("Hello, {name}")
}

#[pymodule]
fn demo(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(greet, m)?)
}
