use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList};

#[pyfunction]
fn data(py: Python<'_>) -> Bound<'_, PyBytes> {
    PyBytes::new(py, &[1, 2, 3])
}

#[pyfunction]
fn color(py: Python<'_>) -> PyResult<Bound<'_, PyList>> {
    PyList::new(py, [255u8, 0, 16])
}

#[pymodule]
fn stated(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(data, m)?)?;
    m.add_function(wrap_pyfunction!(color, m)?)
}
