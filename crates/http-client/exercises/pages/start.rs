//! # Three pages, one client
//!
//! A `Browser` fetches a list of pages. The checks make one `Browser` and call its `fetch_all` twice,
//! with three pages each time, and wait a little in between.
//! At the end of it, three things must be true.
//! The pages of a list are fetched at the same time: the first list takes 600 ms, its slowest page, not
//! 1200, and each page is reported with `finished` when its body is here, the quickest first.
//! A page that answers with an error status is reported with `failed`, and the others go on.
//! The six fetches share one client, so that the server counts three connections, not six.
//!
//! You are given `Site { label: &'static str, url: String }`, `new_client() -> Client`,
//! `finished(label: &str)` and `failed(label: &str, status: StatusCode)`. The `Browser` may have fields.
//!
//! **First step:** build the client once, in `Browser::new`, and keep it in a field.
//!
//! **Before you go on:** leave out the reading of the bodies. How many connections are there now, and why?
//!
//!     cargo xtask check pages

use crate::{Site, finished, new_client};

pub struct Browser;

impl Browser {
    pub fn new() -> Self {
        Self
    }

    pub async fn fetch_all(&self, sites: Vec<Site>) {
        for site in sites {
            fetch(site).await;
        }
    }
}

async fn fetch(site: Site) {
    let response = new_client().get(site.url).send().await.expect("the server answers");
    response.text().await.expect("a body");
    finished(site.label);
}
