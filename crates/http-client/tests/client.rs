//! What a client is told of each way in which a server fails, and of a server that has a thousand guests.

use std::env;
use std::process::Command;
use std::time::Duration;

use http_client::server::Server;
use reqwest::{Client, Error, Response};

fn client() -> Client {
    Client::builder().no_proxy().build().unwrap()
}

/// For answers that never come in time: what is asserted is that the limit ends the wait, not when.
fn impatient() -> Client {
    Client::builder().no_proxy().timeout(Duration::from_millis(200)).build().unwrap()
}

async fn get(client: &Client, server: &Server, path: &str) -> Result<Response, Error> {
    client.get(server.url(path)).send().await
}

#[tokio::test]
async fn a_refused_connection_is_a_connect_error() {
    let server = Server::start().await.unwrap();
    let error = client().get(server.refusing_url().unwrap()).send().await.unwrap_err();
    assert!(error.is_connect() && !error.is_timeout(), "{error:?}");
}

#[tokio::test]
async fn headers_that_do_not_come_are_a_timeout() {
    let server = Server::start().await.unwrap();
    let error = get(&impatient(), &server, "/after/600000").await.unwrap_err();
    assert!(error.is_timeout() && !error.is_connect(), "{error:?}");
}

#[tokio::test]
async fn a_body_that_does_not_come_is_a_timeout_after_the_headers() {
    let server = Server::start().await.unwrap();
    let response = get(&impatient(), &server, "/held/600000").await.unwrap();
    assert_eq!(response.status(), 200);
    let error = response.text().await.unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
}

#[tokio::test]
async fn a_body_that_is_cut_short_or_reset_is_no_body() {
    let server = Server::start().await.unwrap();
    let client = client();
    for path in ["/cut", "/reset"] {
        let response = get(&client, &server, path).await;
        // The reset can be quicker than the headers.
        let error = match response {
            Ok(response) => response.text().await.unwrap_err(),
            Err(error) => error,
        };
        assert!(!error.is_timeout() && !error.is_connect(), "{path}: {error:?}");
        assert_eq!(get(&client, &server, "/json").await.unwrap().status(), 200);
    }
}

#[tokio::test]
async fn what_follows_a_body_is_no_answer_to_the_next_request() {
    let server = Server::start().await.unwrap();
    let client = client();
    for _ in 0..20 {
        let text = get(&client, &server, "/long").await.unwrap().text().await.unwrap();
        assert_eq!(text, "an answer");
        let text = get(&client, &server, "/json").await.unwrap().text().await.unwrap();
        assert_eq!(text, r#"{"name": "data"}"#);
    }
}

#[tokio::test]
async fn half_of_a_json_is_a_decode_error() {
    let server = Server::start().await.unwrap();
    let response = get(&client(), &server, "/bad-json").await.unwrap();
    let error = response.json::<serde_json::Value>().await.unwrap_err();
    assert!(error.is_decode(), "{error:?}");
}

#[tokio::test]
async fn redirects_in_a_circle_end() {
    let server = Server::start().await.unwrap();
    let error = get(&client(), &server, "/circle").await.unwrap_err();
    assert!(error.is_redirect(), "{error:?}");
}

/// A thousand requests at once, each on a connection of its own: how many were answered. Whatever
/// becomes of them, whoever comes after them is answered.
///
/// Both ends are in this process: a guest who waits for an answer has the file that the server needs to
/// accept him, until his patience ends.
async fn a_thousand_at_once(patience: Duration) -> usize {
    let server = Server::start().await.unwrap();
    let client = Client::builder().no_proxy().pool_max_idle_per_host(0).build().unwrap();
    let guests: Vec<_> = (0..1000)
        .map(|_| {
            let request = client.get(server.url("/connection")).timeout(patience);
            tokio::spawn(async move { request.send().await?.text().await })
        })
        .collect();
    let mut numbers = Vec::new();
    for guest in guests {
        // An error is an answer too: nobody waits for ever.
        if let Ok(number) = guest.await.unwrap() {
            numbers.push(number.parse::<u64>().unwrap());
        }
    }
    numbers.sort_unstable();
    numbers.dedup();
    let text = get(&client, &server, "/json").await.unwrap().text().await.unwrap();
    assert_eq!(text, r#"{"name": "data"}"#);
    numbers.len()
}

/// Calls a test of this file in a process that may have so many files open.
fn with_files(test: &str, files: u32) {
    let mut shell = Command::new("/bin/sh");
    let script = format!("ulimit -S -n {files} && exec \"$0\" --ignored --exact {test}");
    let output = shell.args(["-c", &script]).arg(env::current_exe().unwrap()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("1 passed"), "{said}");
}

#[tokio::test]
#[ignore = "called by `a_thousand_connections_are_answered`, with room for them"]
async fn a_thousand_with_room() {
    assert_eq!(a_thousand_at_once(Duration::from_secs(60)).await, 1000);
}

#[tokio::test]
#[ignore = "called by `a_server_without_room_for_all_answers_who_comes_later`, without room"]
async fn a_thousand_without_room() {
    let answered = a_thousand_at_once(Duration::from_millis(500)).await;
    assert!(answered < 1000, "there was room for all");
}

#[cfg(unix)]
#[test]
fn a_thousand_connections_are_answered() {
    // Each takes a file at both of its ends.
    with_files("a_thousand_with_room", 4096);
}

#[cfg(unix)]
#[test]
fn a_server_without_room_for_all_answers_who_comes_later() {
    with_files("a_thousand_without_room", 256);
}
