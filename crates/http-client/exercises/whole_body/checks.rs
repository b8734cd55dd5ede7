//! Serves three pages, of which one breaks off, and has your `read_page` read them at the same time, and
//! then a fourth that nobody serves. Read it; it is not yours to change.

mod exercise;

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use reqwest::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::exercise::read_page;

static IS_SENT: [AtomicBool; 5] = [const { AtomicBool::new(false) }; 5];

/// To be called when the whole body of a page is here, with its length.
pub fn complete(page: usize, bytes: usize) {
    if IS_SENT[page].load(Ordering::Relaxed) {
        println!("page {page} is complete: {bytes} bytes");
    } else {
        println!("page {page} is called complete, and its body is not sent yet");
    }
}

/// To be called when a page fails, at its headers or later.
pub fn failed(page: usize) {
    println!("page {page} failed");
}

async fn serve(listener: TcpListener) -> io::Result<()> {
    let mut connections = JoinSet::new();
    loop {
        connections.spawn(answer(listener.accept().await?.0));
    }
}

/// Answers one request, with a whole body or with half of one.
async fn answer(mut stream: TcpStream) -> io::Result<()> {
    let mut request = [0; 1000];
    let length = stream.read(&mut request).await?;
    let request = String::from_utf8_lossy(&request[..length]);
    let (page, until_headers, until_body, length, body) = match request.split(' ').nth(1) {
        Some("/1") => (1, 0, 600, 12, "twelve bytes"),
        Some("/2") => (2, 300, 0, 19, "ein Gruß aus Köln"),
        _ => (3, 0, 450, 12, "twelve"),
    };
    sleep(Duration::from_millis(until_headers)).await;
    println!("server: the headers of page {page} go out");
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await?;
    sleep(Duration::from_millis(until_body)).await;
    println!("server: {} bytes of the body of page {page} go out", body.len());
    IS_SENT[page].store(true, Ordering::Relaxed);
    stream.write_all(body.as_bytes()).await
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(serve(listener));
    let client = Client::builder().no_proxy().pool_idle_timeout(None).build().expect("a client");
    let read = |page| read_page(client.clone(), page, format!("http://{address}/{page}"));
    tokio::join!(read(1), read(2), read(3));
    // Bound, so that nobody else is given the port, and never listening.
    let silent = TcpSocket::new_v4()?;
    silent.bind("127.0.0.1:0".parse().expect("an address"))?;
    read_page(client.clone(), 4, format!("http://{}/4", silent.local_addr()?)).await;
    server.abort();
    sleep(Duration::from_millis(100)).await; // the connections close
    Ok(())
}
