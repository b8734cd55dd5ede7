//! Right: a plain function that returns an `async` block.

use crate::greet;

pub fn greet_both() -> impl Future<Output = ()> {
    async {
        let (alice, bob) = (greet("Alice"), greet("Bob"));
        alice.await;
        bob.await;
    }
}
