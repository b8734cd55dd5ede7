//! The server speaks HTTP/1.1, byte for byte.

use http_client::server::Server;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[tokio::test]
async fn answers_request_after_request_on_one_connection() {
    let server = Server::start().await.unwrap();
    let url = server.url("");
    let mut stream = TcpStream::connect(url.strip_prefix("http://").unwrap()).await.unwrap();
    for path in ["/json", "/broken", "/nowhere", "/cut"] {
        let request = format!("GET {path} HTTP/1.1\r\nhost: loopback\r\naccept: */*\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
    }
    let mut answers = String::new();
    stream.read_to_string(&mut answers).await.unwrap(); // ends: the cut body closes the connection
    let expected = [
        "HTTP/1.1 200 OK",
        "content-type: application/json",
        "content-length: 16",
        "",
        r#"{"name": "data"}HTTP/1.1 500 Internal Server Error"#,
        "content-type: application/json",
        "content-length: 16",
        "",
        r#"{"name": "data"}HTTP/1.1 404 Not Found"#,
        "content-type: text/plain",
        "content-length: 12",
        "",
        "no such pageHTTP/1.1 200 OK",
        "content-type: text/plain",
        "content-length: 109",
        "",
        "an answer",
    ];
    assert_eq!(answers, expected.join("\r\n"));
}

#[tokio::test]
async fn nobody_listens_at_the_refusing_url() {
    let server = Server::start().await.unwrap();
    let url = server.refusing_url().unwrap();
    let address = url.trim_start_matches("http://").trim_end_matches('/');
    let error = TcpStream::connect(address).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionRefused);
}

async fn connect(server: &Server) -> TcpStream {
    let url = server.url("");
    TcpStream::connect(url.strip_prefix("http://").unwrap()).await.unwrap()
}

/// What the server answers to these bytes, until it closes the connection.
async fn answer_to(server: &Server, request: &[u8]) -> String {
    let mut stream = connect(server).await;
    stream.write_all(request).await.unwrap();
    stream.shutdown().await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

const REQUEST: &[u8] = b"GET /json HTTP/1.1\r\nhost: loopback\r\n\r\n";

#[tokio::test]
async fn a_client_that_goes_away_keeps_nobody_else_from_an_answer() {
    let server = Server::start().await.unwrap();
    for half in 0..REQUEST.len() {
        assert_eq!(answer_to(&server, &REQUEST[..half]).await, "", "{half} bytes are no request");
    }
    for garbage in
        [&b"\xff\xfe\r\n\r\n"[..], b"POST / HTTP/1.1\r\n\r\n", b"GET\r\n\r\n", b"\0\0\0\0"]
    {
        assert_eq!(answer_to(&server, garbage).await, "");
    }
    let mut gone = connect(&server).await;
    gone.write_all(REQUEST).await.unwrap();
    gone.set_zero_linger().unwrap();
    drop(gone); // reset, before it has read anything
    assert!(answer_to(&server, REQUEST).await.ends_with(r#"{"name": "data"}"#));
}

#[tokio::test]
async fn a_client_that_takes_its_time_is_answered_and_keeps_nobody_waiting() {
    let server = Server::start().await.unwrap();
    let mut slow = connect(&server).await;
    for byte in REQUEST {
        slow.write_all(&[*byte]).await.unwrap();
        assert!(answer_to(&server, REQUEST).await.starts_with("HTTP/1.1 200 OK"));
    }
    slow.shutdown().await.unwrap();
    let mut answer = String::new();
    slow.read_to_string(&mut answer).await.unwrap();
    assert!(answer.ends_with(r#"{"name": "data"}"#));
}

#[tokio::test]
async fn a_request_without_an_end_is_not_read_to_the_end() {
    let server = Server::start().await.unwrap();
    for line in ["x: y\r\n", "no newline at all"] {
        let mut stream = connect(&server).await;
        stream.write_all(b"GET /json HTTP/1.1\r\n").await.unwrap();
        let piece = line.repeat(1000);
        // The server closes the connection, which the client hears at one of the next writes.
        let mut is_closed = false;
        for _ in 0..10_000 {
            is_closed = is_closed || stream.write_all(piece.as_bytes()).await.is_err();
        }
        assert!(is_closed, "it reads on and on");
    }
    assert!(answer_to(&server, REQUEST).await.starts_with("HTTP/1.1 200 OK"));
}
