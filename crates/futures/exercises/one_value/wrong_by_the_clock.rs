//! Wrong: who waits for a value waits as long as it took the last time.
//! Earns: wrong result

use std::cell::Cell;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use crate::{compute, reader};

pub async fn share() {
    let place = Cell::new(0);
    let ready = Instant::now() + Duration::from_secs(2);
    let first = async {
        place.set(compute().await);
        place.get()
    };
    let later = async || {
        sleep_until(ready).await;
        place.get()
    };
    tokio::join!(reader("a", 0, first), reader("b", 1, later()), reader("c", 4, later()));
}
