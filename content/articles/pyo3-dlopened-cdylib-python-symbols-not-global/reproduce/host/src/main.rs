use libloading::os::unix::{Library as UnixLibrary, RTLD_GLOBAL, RTLD_NOW};
use libloading::{Error, Library, Symbol};
use std::ffi::{c_char, CString};

type ImportModule = unsafe extern "C" fn(*const c_char);

fn open(mode: &str, path: &str) -> Result<Library, Error> {
    match mode {
        "global" => unsafe {
            let library = UnixLibrary::open(Some(path), RTLD_NOW | RTLD_GLOBAL)?;
            Ok(library.into())
        },
        _ => unsafe { Library::new(path) }, // RTLD_LAZY | RTLD_LOCAL
    }
}

fn main() -> Result<(), Error> {
    let args: Vec<String> = std::env::args().collect();
    let plugin = open(&args[1], &args[2])?;
    let import: Symbol<ImportModule> = unsafe { plugin.get(b"import_module")? };
    for name in &args[3..] {
        let name = CString::new(name.as_str()).unwrap();
        unsafe { import(name.as_ptr()) };
    }
    Ok(())
}
