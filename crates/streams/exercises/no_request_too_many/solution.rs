//! The state is the page to be asked for, if there is one. After the last it is `None`, and `?` ends the
//! stream without a request.

use futures::stream::{self, Stream, StreamExt};

use crate::fetch;

pub fn items(shelf: &'static str) -> impl Stream<Item = &'static str> {
    let pages = stream::unfold(Some(1), move |number| async move {
        let page = fetch(shelf, number?).await;
        Some((stream::iter(page.items), page.next))
    });
    pages.flatten()
}
