//! Right: a loop over the names.

use crate::greet;

pub async fn greet_both() {
    for name in ["Alice", "Bob"] {
        greet(name).await;
    }
}
