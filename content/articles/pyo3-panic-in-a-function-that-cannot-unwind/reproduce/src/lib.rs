#[no_mangle]
pub extern "C" fn half(x: i32) -> i32 {
    assert!(x % 2 == 0, "odd number");
    x / 2
}
