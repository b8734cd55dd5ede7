//! A permit gives itself back when it is dropped: at the end of its scope, or at once.
//!
//!     cargo run -p semaphores --example permit_is_a_value

use tokio::sync::Semaphore;

fn look(when: &str, gate: &Semaphore) {
    let state = if gate.available_permits() == 0 { "taken" } else { "free" };
    println!("{when}: {state}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let gate = Semaphore::new(1);
    {
        let _permit = gate.acquire().await.unwrap();
        look("in the block", &gate);
    }
    look("after the block", &gate);

    let permit = gate.acquire().await.unwrap();
    look("kept", &gate);
    drop(permit);
    look("given back", &gate);

    let _ = gate.acquire().await.unwrap(); // no variable: dropped at the end of the statement
    look("kept in _", &gate);
}
