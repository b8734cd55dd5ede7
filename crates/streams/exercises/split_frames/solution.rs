//! A `BufReader` keeps what has arrived of the next line, and `lines` gives whole ones. The reader is one
//! half of the socket, so that the other half is left for the answer.

use std::io;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use crate::arrived;

pub async fn serve(mut socket: TcpStream) -> io::Result<()> {
    let (reader, mut writer) = socket.split();
    let mut lines = BufReader::new(reader).lines();
    let mut messages = 0;
    while let Some(line) = lines.next_line().await? {
        arrived(&line);
        messages += 1;
    }
    writer.write_all(format!("{messages} messages").as_bytes()).await
}
