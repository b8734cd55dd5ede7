//! To be written.
#[meanwhile::main(flavor = "current_thread")]
async fn main() {}
