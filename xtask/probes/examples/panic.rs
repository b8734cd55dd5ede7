//! A task that panics.

async fn clumsy() {
    panic!("dropped it");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let outcome = tokio::spawn(clumsy()).await;
    println!("{}", outcome.expect_err("it panicked").is_panic());
}
