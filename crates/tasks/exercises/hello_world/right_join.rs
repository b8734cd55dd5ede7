//! Right: `join!` polls both in the task of `main`; the exercise does not ask for tasks.

use crate::say_after;

pub async fn greet() {
    tokio::join!(say_after(1, "hello"), say_after(2, "world"));
}
