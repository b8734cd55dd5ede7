//! Whoever has the lock panics halfway: std's lock says so to the next, tokio's does not.
//!
//!     cargo run -p locks --example half_written

use std::sync::Arc;

/// Two accounts, of 100 together.
struct Accounts {
    ann: u32,
    bob: u32,
}

impl Accounts {
    fn transfer(&mut self, amount: u32) {
        self.ann -= amount;
        if amount > 20 {
            panic!("more than 20 is not allowed");
        }
        self.bob += amount;
    }
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let of_std = Arc::new(std::sync::Mutex::new(Accounts { ann: 60, bob: 40 }));
    let shared = of_std.clone();
    let task = tokio::spawn(async move { shared.lock().unwrap().transfer(30) });
    assert!(task.await.is_err());
    match of_std.lock() {
        Ok(both) => println!("plain lock: together {}", both.ann + both.bob),
        Err(poisoned) => {
            let both = poisoned.into_inner(); // the guard is in the error
            println!("plain lock: poisoned, together {}", both.ann + both.bob);
        }
    }

    let of_tokio = Arc::new(tokio::sync::Mutex::new(Accounts { ann: 60, bob: 40 }));
    let shared = of_tokio.clone();
    let task = tokio::spawn(async move { shared.lock().await.transfer(30) });
    assert!(task.await.is_err());
    let both = of_tokio.lock().await;
    println!("awaited lock: together {}", both.ann + both.bob);
}
