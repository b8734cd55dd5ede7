//! A task that gives others a turn.

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    tokio::task::yield_now().await;
    println!("back");
}
