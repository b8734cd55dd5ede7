//! Right: a place for each reader, and one task that fills all of them.

use tokio::sync::oneshot;

use crate::{compute, reader};

pub async fn share() {
    let (fill_a, a) = oneshot::channel();
    let (fill_b, b) = oneshot::channel();
    let (fill_c, c) = oneshot::channel();
    let computing = async {
        let value = compute().await;
        for fill in [fill_a, fill_b, fill_c] {
            fill.send(value).expect("the reader waits");
        }
    };
    let value = async |place: oneshot::Receiver<u64>| place.await.expect("it is filled");
    tokio::join!(
        computing,
        reader("a", 0, value(a)),
        reader("b", 1, value(b)),
        reader("c", 4, value(c)),
    );
}
