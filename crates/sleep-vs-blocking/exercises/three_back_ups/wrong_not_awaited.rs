//! Wrong: the calls are handed over, and nobody waits for their ends.
//! Earns: handle dropped

use tokio::task::spawn_blocking;

use crate::back_up;

pub async fn back_up_all() {
    for folder in ["letters", "photos", "music"] {
        spawn_blocking(move || back_up(folder));
    }
}
