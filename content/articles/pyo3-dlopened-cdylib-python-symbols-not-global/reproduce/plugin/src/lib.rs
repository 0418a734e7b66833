use pyo3::prelude::*;
use std::ffi::{c_char, CStr};

#[no_mangle]
pub unsafe extern "C" fn import_module(name: *const c_char) {
    let name = CStr::from_ptr(name).to_str().unwrap();
    Python::attach(|py| match py.import(name) {
        Ok(_) => println!("ok: {name}"),
        Err(error) => println!("{error}"),
    });
}
