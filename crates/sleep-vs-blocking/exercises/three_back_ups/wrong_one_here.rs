//! Wrong: two calls have threads of their own; the shortest stays here, and the heart stands still.
//! Earns: blocked the thread

use tokio::task::spawn_blocking;

use crate::back_up;

pub async fn back_up_all() {
    let photos = spawn_blocking(|| back_up("photos"));
    let music = spawn_blocking(|| back_up("music"));
    back_up("letters");
    photos.await.expect("back_up does not panic");
    music.await.expect("back_up does not panic");
}
