//! Right: `join!` of three handles, each of which suspends.

use tokio::task::spawn_blocking;

use crate::back_up;

pub async fn back_up_all() {
    let (letters, photos, music) = tokio::join!(
        spawn_blocking(|| back_up("letters")),
        spawn_blocking(|| back_up("photos")),
        spawn_blocking(|| back_up("music")),
    );
    letters.and(photos).and(music).expect("back_up does not panic");
}
