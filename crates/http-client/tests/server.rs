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
