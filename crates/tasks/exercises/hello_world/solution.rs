//! Both are tasks before either is awaited, so the runtime polls `world` while `greet` waits for
//! `hello`. Awaiting both handles keeps `greet` from coming back too early.

use crate::say_after;

pub async fn greet() {
    let hello = tokio::spawn(say_after(1, "hello"));
    let world = tokio::spawn(say_after(2, "world"));
    hello.await.expect("a greeting does not panic");
    world.await.expect("a greeting does not panic");
}
