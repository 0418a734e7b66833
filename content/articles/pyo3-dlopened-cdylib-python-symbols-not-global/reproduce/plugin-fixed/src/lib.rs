use libloading::os::unix::{Library, RTLD_GLOBAL, RTLD_LAZY};
use pyo3::prelude::*;
use std::ffi::{c_char, CStr};
use std::sync::Once;

/// The SONAME that `ldd libplugin.so` shows.
const LIBPYTHON: &str = "libpython3.11.so.1.0";

static START: Once = Once::new();

fn start_python() {
    START.call_once(|| {
        let lib = unsafe { Library::open(Some(LIBPYTHON), RTLD_LAZY | RTLD_GLOBAL) };
        std::mem::forget(lib.expect(LIBPYTHON)); // keep the handle: no dlclose
        Python::initialize();
    });
}

#[no_mangle]
pub unsafe extern "C" fn import_module(name: *const c_char) {
    start_python();
    let name = CStr::from_ptr(name).to_str().unwrap();
    Python::attach(|py| match py.import(name) {
        Ok(_) => println!("ok: {name}"),
        Err(error) => println!("{error}"),
    });
}
