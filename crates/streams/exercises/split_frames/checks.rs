//! Connects to your `serve` over a real socket, and sends six messages in five pieces. Read it; it is not
//! yours to change.

mod exercise;

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

/// To be called for each message, when it is complete.
pub fn arrived(message: &str) {
    println!("message: {message:?}");
}

/// Writes the pieces, 150 ms apart, says that no more will come, and reads what comes back.
async fn client(address: SocketAddr) -> io::Result<String> {
    let mut socket = TcpStream::connect(address).await?;
    let pieces: [&[u8]; 5] = [b"hel", b"lo\nwor", b"ld\ncaf\xc3", b"\xa9\n", b"one\ntwo\nthree\n"];
    for piece in pieces {
        socket.write_all(piece).await?;
        sleep(Duration::from_millis(150)).await;
    }
    socket.shutdown().await?;
    let mut answer = String::new();
    socket.read_to_string(&mut answer).await?;
    Ok(answer)
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let client = tokio::spawn(client(listener.local_addr()?));
    let (socket, _) = listener.accept().await?;
    exercise::serve(socket).await?;
    println!("answer: {:?}", client.await??);
    Ok(())
}
