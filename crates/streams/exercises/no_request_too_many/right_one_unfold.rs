//! Right: one state machine, item by item: what is left of the page, and what comes after it.

use std::collections::VecDeque;

use futures::stream::{self, Stream};

use crate::fetch;

pub fn items(shelf: &'static str) -> impl Stream<Item = &'static str> {
    stream::unfold((VecDeque::new(), Some(1)), move |(mut left, mut next)| async move {
        while left.is_empty() {
            let page = fetch(shelf, next?).await;
            left.extend(page.items);
            next = page.next;
        }
        let item = left.pop_front()?;
        Some((item, (left, next)))
    })
}
