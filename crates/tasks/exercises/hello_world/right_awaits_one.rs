//! Right: nobody awaits `hello`, and it is said by then: `world` waits longer.

use crate::say_after;

pub async fn greet() {
    tokio::spawn(say_after(1, "hello"));
    say_after(2, "world").await;
}
