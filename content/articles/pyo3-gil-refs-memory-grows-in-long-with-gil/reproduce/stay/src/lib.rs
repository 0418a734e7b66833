use pyo3::prelude::*;

#[pyfunction]
fn with_py(py: Python<'_>, func: PyObject, n: usize) -> PyResult<()> {
    for _ in 0..n {
        func.call0(py)?;
    }
    Ok(())
}

#[pyfunction]
fn with_pool(py: Python<'_>, func: PyObject, n: usize) -> PyResult<()> {
    for _ in 0..n {
        let pool = unsafe { py.new_pool() };
        func.as_ref(pool.python()).call0()?;
    }
    Ok(())
}

#[pyfunction]
fn with_release(py: Python<'_>, func: PyObject, n: usize) -> PyResult<()> {
    py.allow_threads(|| {
        for _ in 0..n {
            Python::with_gil(|py| func.as_ref(py).call0().map(|_| ()))?;
        }
        Ok(())
    })
}

#[pyfunction]
fn with_nested_gil(func: &PyAny, n: usize) -> PyResult<()> {
    let func: PyObject = func.into();
    for _ in 0..n {
        Python::with_gil(|py| func.as_ref(py).call0().map(|_| ()))?;
    }
    Ok(())
}

#[pymodule]
fn stay(_py: Python<'_>, m: &PyModule) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(with_py, m)?)?;
    m.add_function(wrap_pyfunction!(with_pool, m)?)?;
    m.add_function(wrap_pyfunction!(with_release, m)?)?;
    m.add_function(wrap_pyfunction!(with_nested_gil, m)?)
}
