//! A small HTTP/1.1 server on loopback that answers as late, as little and as badly as its paths
//! say. It plays the network's part from tasks of the program's own runtime.
//!
//! | path | answer |
//! | --- | --- |
//! | `/after/600` | a text, after 600 ms |
//! | `/held/300` | the headers at once, the text 300 ms later |
//! | `/json`, `/bad-json` | `{"name": "data"}`, and half of it |
//! | `/broken` | status 500, with the JSON of `/json` |
//! | `/cut` | a body that ends 100 bytes before its `content-length` |
//! | `/reset` | the same, and the connection is reset in place of closed |
//! | `/long` | a body that goes on for 100 bytes after its `content-length` |
//! | `/circle` | status 302, to `/circle` |
//! | `/connection` | the number of the connection that carries the request |
//!
//! A connection stays open for further requests until the client closes it. Only GET is understood.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::time::sleep;

const JSON: &str = r#"{"name": "data"}"#;

/// How many bytes a request may have. Nobody reads one that has no end.
const LONGEST: u64 = 64 << 10;

/// How long to wait for connections to be closed, if there are as many as there can be.
const PAUSE: Duration = Duration::from_millis(10);

/// A server that runs until its runtime ends.
pub struct Server {
    address: SocketAddr,
    refusing: TcpSocket,
}

impl Server {
    /// Listens on a free port of loopback, and answers from tasks of the current runtime.
    pub async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        // Bound, so that nobody else is given the port, and never listening.
        let refusing = TcpSocket::new_v4()?;
        refusing.bind("127.0.0.1:0".parse().expect("an address"))?;
        tokio::spawn(accept(listener));
        Ok(Self { address, refusing })
    }

    /// The URL of a path on this server.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// A URL on a port where nobody listens.
    pub fn refusing_url(&self) -> io::Result<String> {
        Ok(format!("http://{}/", self.refusing.local_addr()?))
    }
}

/// Whatever becomes of one connection, the next one is accepted.
async fn accept(listener: TcpListener) {
    let mut number = 0;
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                number += 1;
                tokio::spawn(converse(BufReader::new(stream), number));
            }
            Err(_) => sleep(PAUSE).await, // no file is left for it, or the client has gone already
        }
    }
}

/// Answers the requests of one connection, one after another.
async fn converse(mut stream: BufReader<TcpStream>, number: u64) -> io::Result<()> {
    stream.get_ref().set_nodelay(true)?; // a small body does not wait for the headers to be acknowledged
    while let Some(path) = next_path(&mut stream).await? {
        let Answer { delay, status, media, hold, body, missing, surplus } = answer(&path, number);
        let length = body.len() + missing - surplus;
        let head = format!("{status}\r\ncontent-type: {media}\r\ncontent-length: {length}");
        sleep(Duration::from_millis(delay)).await;
        stream.write_all(format!("HTTP/1.1 {head}\r\n\r\n").as_bytes()).await?;
        sleep(Duration::from_millis(hold)).await;
        stream.write_all(body.as_bytes()).await?;
        if path == "/reset" {
            stream.get_ref().set_zero_linger()?; // dropped, the connection is reset
        }
        if missing > 0 {
            break; // drops the stream, which closes the connection
        }
    }
    Ok(())
}

/// Reads a request up to its blank line. `None` if there is none: the client has closed the connection,
/// or its request has no end.
async fn next_path(stream: &mut BufReader<TcpStream>) -> io::Result<Option<String>> {
    let mut lines = stream.take(LONGEST).lines();
    let Some(request) = lines.next_line().await? else { return Ok(None) };
    loop {
        match lines.next_line().await? {
            None => return Ok(None),
            Some(header) if header.is_empty() => break,
            Some(_) => {}
        }
    }
    Ok(request.strip_prefix("GET ").and_then(|rest| rest.split(' ').next()).map(str::to_owned))
}

/// What is sent, and when (in milliseconds).
struct Answer {
    delay: u64,
    status: &'static str,
    media: &'static str,
    hold: u64,
    body: String,
    missing: usize,
    surplus: usize,
}

fn answer(path: &str, connection: u64) -> Answer {
    let mut parts = path.split('/').skip(1);
    let name = parts.next().unwrap_or_default();
    let figure = parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
    let text = |body: &str| {
        let (body, status, media) = (body.to_owned(), "200 OK", "text/plain");
        Answer { delay: 0, status, media, hold: 0, body, missing: 0, surplus: 0 }
    };
    let json = |body: &str| Answer { media: "application/json", ..text(body) };
    match name {
        "after" => Answer { delay: figure, ..text("an answer") },
        "held" => Answer { hold: figure, ..text("an answer") },
        "json" => json(JSON),
        "bad-json" => json(&JSON[..JSON.len() / 2]),
        "broken" => Answer { status: "500 Internal Server Error", ..json(JSON) },
        "cut" | "reset" => Answer { missing: 100, ..text("an answer") },
        "long" => Answer { surplus: 100, ..text(&format!("an answer{}", "!".repeat(100))) },
        "circle" => Answer { status: "302 Found\r\nlocation: /circle", ..text("over there") },
        "connection" => text(&connection.to_string()),
        _ => Answer { status: "404 Not Found", ..text("no such page") },
    }
}
