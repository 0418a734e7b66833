use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
#[pyclass]
struct Meter { #[pyo3(get)] level: f64 }
#[pymethods]
impl Meter {
    #[new]
    fn new(level: f64) -> Self { Meter { level } }
    fn scale(&self, by: u8) -> f64 { self.level * f64::from(by) }
}
#[pyfunction]
fn checked(n: u32) -> PyResult<u32> { if n > 9 { Err(PyValueError::new_err("level above 9")) } else { Ok(n) } }
#[pyfunction]
fn panics(kind: &str) -> u32 {
    let none: Vec<u32> = Vec::new();
    match kind { "unwrap" => *none.first().unwrap(), "index" => none[kind.len()], "equal" => { assert_eq!(1, none.len() as u32 + 2); 3 }, "expect" => kind.parse().expect("not a number"), _ => panic!("kind {kind}") }
}
#[pyfunction]
fn calls(py: Python<'_>, f: PyObject) -> PyResult<PyObject> { f.call0(py) }
#[pymodule]
fn own_pyo3(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Meter>()?;
    m.add_function(wrap_pyfunction!(checked, m)?)?;
    m.add_function(wrap_pyfunction!(calls, m)?)?;
    m.add_function(wrap_pyfunction!(panics, m)?)
}
