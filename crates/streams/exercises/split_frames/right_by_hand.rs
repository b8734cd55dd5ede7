//! Right: the bytes are kept until their message is complete, and are text only then.

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::arrived;

pub async fn serve(mut socket: TcpStream) -> io::Result<()> {
    let mut messages = 0;
    let mut kept = Vec::new();
    while socket.read_buf(&mut kept).await? > 0 {
        while let Some(end) = kept.iter().position(|byte| *byte == b'\n') {
            let message: Vec<u8> = kept.drain(..=end).collect();
            arrived(&String::from_utf8_lossy(&message[..end]));
            messages += 1;
        }
    }
    socket.write_all(format!("{messages} messages").as_bytes()).await
}
