//! Right: one task reads the stream and puts what comes into a channel. It polls while the reader reads.

use futures::stream::{self, Stream, StreamExt};
use tokio::sync::mpsc;

use crate::fetch;

pub fn pages(numbers: Vec<u32>) -> impl Stream<Item = u32> {
    let (sender, receiver) = mpsc::channel(2);
    tokio::spawn(async move {
        let mut pages = stream::iter(numbers).map(fetch).buffered(2);
        while let Some(page) = pages.next().await {
            if sender.send(page).await.is_err() {
                return; // nobody reads any more
            }
        }
    });
    stream::unfold(receiver, |mut receiver| async move { Some((receiver.recv().await?, receiver)) })
}
