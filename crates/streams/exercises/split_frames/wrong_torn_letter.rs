//! Wrong: a letter lies in one read, or can be mended.
//! Earns: a torn letter

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::arrived;

pub async fn serve(mut socket: TcpStream) -> io::Result<()> {
    let mut messages = 0;
    let mut kept = String::new();
    let mut buffer = [0; 1024];
    loop {
        let count = socket.read(&mut buffer).await?;
        if count == 0 {
            break;
        }
        kept.push_str(&String::from_utf8_lossy(&buffer[..count]));
        while let Some(end) = kept.find('\n') {
            arrived(&kept[..end]);
            messages += 1;
            kept.drain(..=end);
        }
    }
    socket.write_all(format!("{messages} messages").as_bytes()).await
}
