use std::{rc::Rc, thread};
#[derive(Clone)]
struct S(Vec<u32>);
unsafe fn raw() {}
fn main() {
    let v = vec![1]; let w = v; println!("{:?}", v);
    let mut a = vec![1]; let first = &a[0]; a.push(2); println!("{first} {w:?}");
    let x = 3; x = 4;
    let r; { let y = 5; r = &y; } println!("{r}");
    let rc = Rc::new(3); thread::spawn(move || println!("{rc}"));
    let s = S(vec![]); let t = s.0; let u = s.clone();
    let text = String::new(); let f = || text; f(); f();
    raw();
    let unused = 3;
    loop {} println!("never");
}
fn dangling<'a>() -> &'a String { let s = String::new(); &s }
