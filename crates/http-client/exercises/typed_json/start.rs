//! # JSON into a type, or a reason
//!
//! `fetch_data` fetches a page and reads its JSON into a `Data`. The checks have it fetch seven pages, of
//! which one is good.
//! For each of the others it must return the `FetchError` that says what happened, and never panic:
//!
//! - `Refused(status, text)` if the status is none of success; `text` is the body that came with it.
//! - `Malformed(text)` if the body came whole and no `Data` can be read from it, be it half of a JSON or
//!   JSON of another kind; `text` is that body.
//! - `Unreachable` if nobody answers, or if the body breaks off before its end.
//!
//! You are given `Data { name: String }`, which is `Deserialize`, and the enum `FetchError` with its
//! variants `Refused(u16, String)`, `Malformed(String)` and `Unreachable`. `serde_json` is at hand. Time
//! does not matter here.
//!
//! **First step:** have each `expect` become a `map_err(…)?`.
//!
//! **Before you go on:** read the body with `response.json()` instead. Which pages can you not tell apart
//! any more?
//!
//!     cargo xtask check typed_json

use reqwest::Client;

use crate::{Data, FetchError};

pub async fn fetch_data(client: &Client, url: &str) -> Result<Data, FetchError> {
    let response = client.get(url).send().await.expect("the server answers");
    let data = response.json().await.expect("a body of JSON");
    Ok(data)
}
