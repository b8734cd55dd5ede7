//! Wrong: what has been sent is read when all of it has been sent.
//! Earns: too late

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::arrived;

pub async fn serve(mut socket: TcpStream) -> io::Result<()> {
    let mut all = String::new();
    socket.read_to_string(&mut all).await?;
    all.lines().for_each(arrived);
    socket.write_all(format!("{} messages", all.lines().count()).as_bytes()).await
}
