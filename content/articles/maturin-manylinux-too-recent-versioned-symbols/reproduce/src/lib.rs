use pyo3::prelude::*;

#[pymodule]
mod demo {
    use pyo3::prelude::*;

    #[pyfunction]
    fn size(path: String) -> PyResult<u64> {
        let reader = std::thread::spawn(move || std::fs::metadata(path));
        Ok(reader.join().unwrap()?.len())
    }
}
