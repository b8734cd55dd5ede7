//! Each `.await` runs one greeting to its end, inside the task that awaits it.

use crate::greet;

pub async fn greet_both() {
    greet("Alice").await;
    greet("Bob").await;
}
