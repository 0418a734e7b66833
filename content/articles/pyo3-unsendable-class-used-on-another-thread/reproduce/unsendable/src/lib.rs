use pyo3::prelude::*;
use std::rc::Rc;

#[pyclass(unsendable)]
struct Counter {
    value: Rc<u32>,
}

#[pymethods]
impl Counter {
    #[new]
    fn new() -> Self {
        Counter { value: Rc::new(7) }
    }

    fn get(&self) -> u32 {
        *self.value
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        println!("drop of the Rust value");
    }
}

#[pymodule]
fn owned(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Counter>()
}
