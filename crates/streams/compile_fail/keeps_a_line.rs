// Meant: all lines of a client, kept in a list. asyncio would have made a new object of each line.

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpStream;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let mut reader = BufReader::new(TcpStream::connect("127.0.0.1:7").await?);
    let mut line = String::new();
    let mut kept: Vec<&str> = Vec::new();
    while reader.read_line(&mut line).await? > 0 {
        kept.push(line.trim());
    }
    println!("{kept:?}");
    Ok(())
}
