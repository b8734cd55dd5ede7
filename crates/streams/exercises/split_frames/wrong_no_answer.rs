//! Wrong: a client that has closed its half is gone.
//! Earns: no answer

use std::io;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpStream;

use crate::arrived;

pub async fn serve(socket: TcpStream) -> io::Result<()> {
    let mut lines = BufReader::new(socket).lines();
    while let Some(line) = lines.next_line().await? {
        arrived(&line);
    }
    Ok(())
}
