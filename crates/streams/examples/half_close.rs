//! The client closes its half, and reads on: what is done with writing is not done with reading.
//!
//!     cargo run -p streams --example half_close

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

/// Reads numbers until no more will come, and answers with their sum.
async fn serve(listener: TcpListener) -> io::Result<()> {
    let (mut socket, _) = listener.accept().await?;
    let mut numbers = String::new();
    socket.read_to_string(&mut numbers).await?; // until the client's half is closed
    println!("server: no more will come");
    let sum: u32 = numbers.lines().filter_map(|line| line.parse::<u32>().ok()).sum();
    sleep(Duration::from_millis(200)).await; // it works on them
    socket.write_all(sum.to_string().as_bytes()).await
} // the socket is dropped, and that closes it

async fn client(address: SocketAddr) -> io::Result<()> {
    let mut socket = TcpStream::connect(address).await?;
    socket.write_all(b"2\n3\n4\n").await?;
    println!("client: has written");
    sleep(Duration::from_millis(200)).await;
    socket.shutdown().await?; // without it both would wait for ever
    let mut answer = String::new();
    socket.read_to_string(&mut answer).await?;
    println!("client: the sum is {answer}");
    Ok(())
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(serve(listener));
    client(address).await?;
    server.await?
}
