use pyo3::prelude::*;

#[pymodule]
fn ftdemo(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add("answer", 42)
}
