//! N requests over at most 100 connections, written and read by hand: no HTTP library. The port of the
//! server comes last on the command line.

use beside::{Size, measured};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

const CONNECTIONS: usize = 100;
const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n";

fn main() {
    measured(fetch_all);
}

async fn fetch_all(Size { n, extra: port }: Size) {
    let connections = CONNECTIONS.min(n);
    let mut tasks = Vec::new();
    for connection in 0..connections {
        let requests = n / connections + usize::from(connection < n % connections);
        tasks.push(tokio::spawn(over_one_connection(port, requests)));
    }
    for task in tasks {
        task.await.expect("it does not panic");
    }
}

async fn over_one_connection(port: u64, requests: usize) {
    let stream = TcpStream::connect(format!("127.0.0.1:{port}")).await.expect("a connection");
    stream.set_nodelay(true).expect("as asyncio does");
    let mut stream = BufReader::new(stream);
    for _ in 0..requests {
        stream.write_all(REQUEST).await.expect("it is read");
        assert_eq!(body(&mut stream).await, br#"{"name":"data"}"#);
    }
}

async fn body(stream: &mut BufReader<TcpStream>) -> Vec<u8> {
    let mut length = 0;
    let mut line = String::new();
    while stream.read_line(&mut line).await.expect("a line") > 2 {
        if let Some(number) = line.strip_prefix("content-length: ") {
            length = number.trim().parse().expect("a number");
        }
        line.clear();
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.expect("a body");
    body
}
