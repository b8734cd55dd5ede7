//! Wrong: a read may hold several messages, and each message lies in one read.
//! Earns: half a message

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::arrived;

pub async fn serve(mut socket: TcpStream) -> io::Result<()> {
    let mut messages = 0;
    let mut buffer = [0; 1024];
    loop {
        let count = socket.read(&mut buffer).await?;
        if count == 0 {
            break;
        }
        for line in String::from_utf8_lossy(&buffer[..count]).lines() {
            arrived(line);
            messages += 1;
        }
    }
    socket.write_all(format!("{messages} messages").as_bytes()).await
}
