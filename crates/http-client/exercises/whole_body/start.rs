//! # Complete when the body is
//!
//! Three pages are read at the same time. The headers of page 1 come at once and its body 600 ms later;
//! page 2 comes whole, after 300 ms; the body of page 3 breaks off, after 450 ms. When these three are
//! reported, page 4 is read, from a port where nobody listens.
//! `read_page` must report each page when its whole body is here, and no earlier: `complete(page, bytes)`
//! with the number of bytes of its body. If the fetch fails, at the headers or in the middle of the body,
//! it must report `failed(page)` instead.
//! So: page 2 is complete at 0.3 s, page 3 failed at 0.45 s, page 1 is complete at 0.6 s;
//! page 4 failed right after.
//!
//! You are given `complete(page: usize, bytes: usize)` and `failed(page: usize)`.
//!
//! **First step:** await the body before you call `complete`.
//!
//! **Before you go on:** report each piece of a body when it comes, with `response.chunk()`.
//!
//!     cargo xtask check whole_body

use reqwest::Client;

use crate::{complete, failed};

pub async fn read_page(client: Client, page: usize, url: String) {
    match client.get(url).send().await {
        Ok(response) => {
            let bytes = response.content_length().expect("the server says how long it is");
            complete(page, bytes as usize);
        }
        Err(_) => failed(page),
    }
}
