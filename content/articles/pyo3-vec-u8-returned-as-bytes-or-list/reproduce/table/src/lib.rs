use pyo3::prelude::*;
use std::borrow::Cow;

#[pyfunction]
fn array() -> [u8; 3] {
    [1, 2, 3]
}

#[pyfunction]
fn option() -> Option<Vec<u8>> {
    Some(vec![1, 2, 3])
}

#[pyfunction]
fn nested() -> Vec<Vec<u8>> {
    vec![vec![1, 2], vec![3]]
}

#[pyfunction]
fn cow() -> Cow<'static, [u8]> {
    Cow::Owned(vec![1, 2, 3])
}

#[pyfunction]
fn vec_u16() -> Vec<u16> {
    vec![1, 2, 3]
}

#[pyfunction]
fn vec_i8() -> Vec<i8> {
    vec![1, 2, 3]
}

#[pyclass]
struct Color {
    #[pyo3(get)]
    rgb: [u8; 3],
}

#[pymethods]
impl Color {
    #[new]
    fn new() -> Self {
        Color { rgb: [255, 0, 16] }
    }
}

#[pymodule]
fn table(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(array, m)?)?;
    m.add_function(wrap_pyfunction!(option, m)?)?;
    m.add_function(wrap_pyfunction!(nested, m)?)?;
    m.add_function(wrap_pyfunction!(cow, m)?)?;
    m.add_function(wrap_pyfunction!(vec_u16, m)?)?;
    m.add_function(wrap_pyfunction!(vec_i8, m)?)?;
    m.add_class::<Color>()
}
