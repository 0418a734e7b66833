use pyo3::prelude::*;

#[pymodule]
fn store(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}
