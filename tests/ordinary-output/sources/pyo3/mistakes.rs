use pyo3::prelude::*;
struct Plain;
#[pyclass]
struct Meter { level: std::rc::Rc<f64> }
#[pyfunction]
fn takes(p: Plain) -> Plain { p }
#[pyfunction]
fn returns(a: u32) -> Meter { undefined(a) }
#[pymethods]
impl Meter { fn new(level: f64) { self.level } #[getter] fn level(&self) -> Plain { Plain } }
#[pymodule]
fn own_pyo3(m: &Bound<'_, PyModule>) -> PyResult<()> { m.add_function(wrap_pyfunction!(missing, m)?) }
