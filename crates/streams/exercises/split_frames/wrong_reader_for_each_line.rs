//! Wrong: a BufReader is a way to call read_until, and may be thrown away with the line.
//! Earns: a message lost

use std::io;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use crate::arrived;

pub async fn serve(mut socket: TcpStream) -> io::Result<()> {
    let mut messages = 0;
    loop {
        let mut line = Vec::new();
        if BufReader::new(&mut socket).read_until(b'\n', &mut line).await? == 0 {
            break;
        }
        arrived(String::from_utf8_lossy(&line).trim_end());
        messages += 1;
    }
    socket.write_all(format!("{messages} messages").as_bytes()).await
}
