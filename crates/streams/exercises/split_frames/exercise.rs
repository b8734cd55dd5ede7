//! # One message, however many reads
//!
//! A message is a line of text that ends in `\n`. `serve` takes each `read` for one message.
//! Call `arrived` once for each message, without its `\n`, at the moment at which its end is here; and when
//! the client says that no more will come, write how many there were, as in `6 messages`, and close.
//! The checks send six messages in five pieces, 150 ms apart: a message may lie in several pieces, a piece
//! may hold several messages, and one of the pieces ends in the middle of an `é`.
//! This runs on a real socket and the real clock: a read gives what has arrived by then.
//!
//! You are given `arrived(message: &str)`; the crates are `futures` and `tokio`.
//!
//! **First step:** run it, and look at the reads.
//!
//! **Before you go on:** the last message of another client has no `\n`. Does your answer give it?
//! `StreamReader.readline` does.
//!
//!     cargo xtask check split_frames

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
        arrived(String::from_utf8_lossy(&buffer[..count]).trim_end());
        messages += 1;
    }
    socket.write_all(format!("{messages} messages").as_bytes()).await
}
