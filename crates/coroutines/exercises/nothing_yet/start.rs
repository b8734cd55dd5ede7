//! # Nothing is written yet
//!
//! `errand` builds a letter, prints a line, waits a second, and awaits the letter.
//! Its line should be the first, at 0 s; but the letter begins as soon as it is built.
//! Change `letter` so that a call of it does nothing at all: `Dear Alice,` comes at 1 s, when the letter is
//! awaited, `Yours, Zoe` two seconds later, at 3 s. Of a letter that nobody awaits no line is printed.
//! `letter` must go on giving something to await, and the length of the name as its result. It must do so for
//! every name, and whenever it is awaited: the checks build a second letter, and await it four seconds later.
//!
//! **First step:** which lines of `letter` run at the call, and which when its future is polled?
//!
//! **Before you go on:** build the `sleep` outside of the block that awaits it. What changes?
//!
//!     cargo xtask check nothing_yet

use std::time::Duration;

use tokio::time::sleep;

pub fn letter(to: &'static str) -> impl Future<Output = usize> {
    println!("Dear {to},");
    async move {
        sleep(Duration::from_secs(2)).await;
        println!("Yours, Zoe");
        to.len()
    }
}

pub async fn errand() -> usize {
    let letter = letter("Alice");
    println!("Nothing is written yet.");
    sleep(Duration::from_secs(1)).await;
    letter.await
}
