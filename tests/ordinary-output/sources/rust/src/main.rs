use std::cell::RefCell;
fn main() {
    let kind = std::env::args().nth(1).unwrap_or_default();
    let items: Vec<u32> = Vec::with_capacity(kind.len());
    match kind.as_str() {
        "unwrap" => { items.first().unwrap(); }
        "expect" => { std::fs::read("/no/such/file").expect("the settings are missing"); }
        "index" => { println!("{}", items[kind.len()]); }
        "slice" => { println!("{}", &kind[2..99]); }
        "borrow" => { let cell = RefCell::new(3); let _a = cell.borrow_mut(); let _b = cell.borrow_mut(); }
        "borrowed" => { let cell = RefCell::new(3); let _a = cell.borrow_mut(); let _b = cell.borrow(); }
        "equal" => assert_eq!(items.len(), 3, "sizes"),
        "differ" => assert_ne!(items.len(), 0),
        "overflow" => { let n = kind.len() as u8; println!("{}", n * 40); }
        "divide" => println!("{}", 3 / items.len()),
        "unreachable" => unreachable!("state {}", 3),
        "todo" => todo!(),
        "exit" => std::process::exit(7),
        "abort" => std::process::abort(),
        "stack" => { fn f(n: u64) -> u64 { let a = [n; 999]; f(n + 1) + a[3] } println!("{}", f(0)); }
        "poison" => { let m = std::sync::Arc::new(std::sync::Mutex::new(3)); let n = m.clone(); let _ = std::thread::spawn(move || { let _g = n.lock().unwrap(); panic!("while locked") }).join(); let _x = m.lock().unwrap(); }
        "once" => { static L: std::sync::LazyLock<u32> = std::sync::LazyLock::new(|| panic!("no rate")); let _ = std::panic::catch_unwind(|| *L); println!("{}", *L); }
        "drop" => { struct D; impl Drop for D { fn drop(&mut self) { panic!("in drop") } } let _d = D; panic!("first") }
        "thread" => { let h = std::thread::spawn(|| Vec::<u8>::with_capacity(usize::MAX)); h.join().unwrap(); }
        "alloc" => { std::alloc::handle_alloc_error(std::alloc::Layout::new::<[u8; 999]>()) }
        _ => {}
    }
}
