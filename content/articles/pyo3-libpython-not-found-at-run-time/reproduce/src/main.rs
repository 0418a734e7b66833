use pyo3::prelude::*;

fn main() -> PyResult<()> {
    Python::attach(|py| {
        let version: String = py.import("sys")?.getattr("version")?.extract()?;
        println!("{version}");
        Ok(())
    })
}
