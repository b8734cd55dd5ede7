//! One task, made and awaited inside a running runtime.
//!
//!     cargo run -p tasks --example one_task

async fn foo() {
    println!("Running foo");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let task = tokio::spawn(foo()); // outside a runtime this call panics
    assert!(!task.is_finished()); // made, and not yet run
    task.await.unwrap();
}
