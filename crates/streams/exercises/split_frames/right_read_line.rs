//! Right: one `BufReader` for the whole connection, which is written to through it.

use std::io;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use crate::arrived;

pub async fn serve(socket: TcpStream) -> io::Result<()> {
    let mut socket = BufReader::new(socket);
    let mut messages = 0;
    let mut line = String::new();
    while socket.read_line(&mut line).await? > 0 {
        arrived(line.trim_end());
        messages += 1;
        line.clear();
    }
    socket.write_all(format!("{messages} messages").as_bytes()).await
}
