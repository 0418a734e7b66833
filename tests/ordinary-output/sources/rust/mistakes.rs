use std::collections::HashMap;
use no_such_crate::Thing;
mod missing_module;
struct Sample { rate: u32 }
trait Play { fn play(&self); }
fn takes(s: Sample) -> u32 { s.rate }
fn main() {
    let s = Sample { rate: "x", extra: 3 };
    takes(s); takes(s, 3);
    undefined_function(missing_name);
    let x: i32 = "text";
    let m: HashMap<Vec<f64>, i32> = HashMap::new(); m.insert(vec![], 3);
    s.play(); s.missing;
    println!("{} {}", 1);
    let n = None;
    match x { 1 => {} }
    if x { }
    let v = vec![1, 2]; v[“0”];
}
