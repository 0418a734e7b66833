fn main() { println!("spam"); }
