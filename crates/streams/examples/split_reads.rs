//! Three writes, two lines: `read` gives what has arrived, `next_line` gives lines.
//!
//!     cargo run -p streams --example split_reads

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

// ANCHOR: reads
async fn by_read(mut socket: TcpStream) -> io::Result<()> {
    let mut buffer = [0; 1024];
    loop {
        let count = socket.read(&mut buffer).await?;
        if count == 0 {
            return Ok(()); // the client has said that no more will come
        }
        println!("read: {:?}", String::from_utf8_lossy(&buffer[..count]));
    }
}

async fn by_line(socket: TcpStream) -> io::Result<()> {
    let mut lines = BufReader::new(socket).lines();
    while let Some(line) = lines.next_line().await? {
        println!("line: {line:?}");
    }
    Ok(())
}
// ANCHOR_END: reads

/// One client is read in the one way, the next in the other.
async fn serve(listener: TcpListener) -> io::Result<()> {
    by_read(listener.accept().await?.0).await?;
    by_line(listener.accept().await?.0).await
}

/// Sends two lines in three pieces, then waits until the server closes.
async fn client(address: SocketAddr) -> io::Result<()> {
    let mut socket = TcpStream::connect(address).await?;
    for piece in ["hel", "lo\nwor", "ld\n"] {
        socket.write_all(piece.as_bytes()).await?;
        sleep(Duration::from_millis(200)).await;
    }
    socket.shutdown().await?;
    socket.read_to_end(&mut Vec::new()).await?;
    Ok(())
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(serve(listener));
    client(address).await?;
    client(address).await?;
    server.await?
}
