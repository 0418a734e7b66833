use std::sync::{Mutex, OnceLock};
static RATE: OnceLock<u32> = OnceLock::new();
/// Blocks all other callers for a minute.
#[no_mangle]
pub extern "C" fn slow_rate() -> u32 {
    *RATE.get_or_init(|| { std::thread::sleep(std::time::Duration::from_secs(60)); 44100 })
}
static LEVEL: Mutex<u32> = Mutex::new(1);
#[no_mangle]
pub extern "C" fn locked_twice() -> u32 {
    let first = LEVEL.lock().unwrap();
    let second = LEVEL.lock().unwrap();
    *first + *second
}
fn unused(a: u32) -> u32 { let b = 3; a }
#[cfg(test)]
mod tests {
    #[test]
    fn equal() { assert_eq!(2 + 2, 5, "sums differ"); }
    #[test]
    fn plain() { assert!(1 > 2); }
    #[test]
    #[should_panic]
    fn no_panic() {}
    #[test]
    fn unwraps() { let none: Option<u32> = std::env::args().nth(99).map(|_| 3); none.unwrap(); }
    #[test]
    fn result() -> Result<(), std::num::ParseIntError> { "x".parse::<u32>()?; Ok(()) }
    #[test]
    fn thread() { std::thread::spawn(|| panic!("in a thread")).join().unwrap(); }
    #[test]
    fn fine() {}
}
