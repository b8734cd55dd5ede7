//! Nothing holds a semaphore to the number that it began with.
//!
//!     cargo run -p semaphores --example limit_grows

use tokio::sync::Semaphore;

fn look(when: &str, gate: &Semaphore) {
    let state = if gate.available_permits() == 0 { "taken" } else { "free" };
    println!("{when}: {state}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let gate = Semaphore::new(1);
    gate.add_permits(1);
    let first = gate.acquire().await.unwrap();
    look("one is in", &gate);
    let second = gate.acquire().await.unwrap();
    look("two are in", &gate);

    first.forget();
    drop(second);
    let _third = gate.acquire().await.unwrap();
    look("one is in, and one was forgotten", &gate);
}
