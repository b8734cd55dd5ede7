//! The same echo, each client served in the accept loop: the second waits until the first is gone.
//!
//! No twin: `start_server` makes a task of each connection by itself.
//!
//!     cargo run -p streams --example served_in_turn

use std::io;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

/// Works on each line, then sends it back.
async fn echo(mut socket: TcpStream) -> io::Result<()> {
    let (reader, mut writer) = socket.split();
    let mut lines = BufReader::new(reader).lines();
    while let Some(line) = lines.next_line().await? {
        sleep(Duration::from_millis(150)).await;
        writer.write_all(format!("{line}\n").as_bytes()).await?;
    }
    Ok(())
}

// ANCHOR: serve
async fn serve(listener: TcpListener) -> io::Result<()> {
    loop {
        let (socket, _) = listener.accept().await?;
        echo(socket).await?; // nobody accepts meanwhile
    }
}
// ANCHOR_END: serve

/// Thinks, says its name and reads what comes back.
async fn client(name: &'static str, thinks: u64, mut socket: TcpStream) -> io::Result<()> {
    println!("{name} thinks for {thinks} ms");
    sleep(Duration::from_millis(thinks)).await;
    socket.write_all(format!("{name}\n").as_bytes()).await?;
    socket.shutdown().await?;
    let mut answer = String::new();
    socket.read_to_string(&mut answer).await?;
    println!("back comes {}", answer.trim());
    Ok(())
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(serve(listener));
    let slow = tokio::spawn(client("slow", 400, TcpStream::connect(address).await?));
    let quick = tokio::spawn(client("quick", 150, TcpStream::connect(address).await?));
    slow.await??;
    quick.await??;
    Ok(())
}
