//! Wrong: what one read gives is text, even if it is no message.
//! Earns: panicked

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
        kept.push_str(std::str::from_utf8(&buffer[..count]).expect("UTF-8"));
        while let Some(end) = kept.find('\n') {
            arrived(&kept[..end]);
            messages += 1;
            kept.drain(..=end);
        }
    }
    socket.write_all(format!("{messages} messages").as_bytes()).await
}
