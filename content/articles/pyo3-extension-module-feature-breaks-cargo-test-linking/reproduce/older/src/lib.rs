use pyo3::prelude::*;

#[pymodule]
fn mylib(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use pyo3::prelude::*;

    #[test]
    fn evaluates() {
        pyo3::prepare_freethreaded_python();
        Python::with_gil(|py| {
            let n: i64 = py.eval(c"2 * 21", None, None).unwrap().extract().unwrap();
            assert_eq!(n, 42);
        });
    }
}
