use pyo3::prelude::*;
use std::sync::Arc;

#[pyclass]
struct Counter {
    value: Arc<u32>,
}

#[pymethods]
impl Counter {
    #[new]
    fn new() -> Self {
        Counter { value: Arc::new(7) }
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
