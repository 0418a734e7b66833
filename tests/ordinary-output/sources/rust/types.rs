use std::collections::HashMap;
#[derive(Debug)]
struct Sample { rate: u32 }
trait Play { fn play(&self, n: u32) -> u32; }
impl Play for Sample { fn play(&self) -> u32 { 3 } }
fn takes(s: Sample) -> u32 { s.rate }
fn generic<T: Clone + Send>(t: T) -> T { t.clone() }
fn main() {
    let s = Sample { rate: "x" };
    takes(s, 3);
    undefined_function(3);
    let x: i32 = "text";
    let m: HashMap<f64, i32> = HashMap::new(); m.insert(1.5, 3);
    generic(std::rc::Rc::new(3)); generic(&mut 3);
    println!("{}", s);
    match x { 1 => {} }
    if x { }
    s.missing(); s.field;
    let y = 3u32 + 4u64 + "a";
    unsafe_call();
}
unsafe fn unsafe_call() {}
