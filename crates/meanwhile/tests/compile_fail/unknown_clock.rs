#[meanwhile::main(flavor = "current_thread", clock = "wall")]
async fn main() {}
