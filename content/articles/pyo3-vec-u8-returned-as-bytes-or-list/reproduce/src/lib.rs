use pyo3::prelude::*;

#[pyfunction]
fn vec_u8() -> Vec<u8> {
    vec![1, 2, 3]
}

#[pymodule]
fn rgb(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(vec_u8, m)?)
}
