#[meanwhile::main]
struct Main;

fn main() {}
