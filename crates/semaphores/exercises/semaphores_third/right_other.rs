//! Right: to be written, another way.

use crate::rest;

pub async fn both() -> (u64, u64) {
    let (two, three) = (tokio::spawn(rest(2)), tokio::spawn(rest(3)));
    (two.await.unwrap(), three.await.unwrap())
}
