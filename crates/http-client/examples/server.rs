//! The lesson's server alone, for programs outside this runtime: the twins, a browser, curl.
//! Prints its address and answers until its stdin closes (Ctrl-D) or it is killed.
//!
//!     cargo run -p http-client --example server

use std::io;

use http_client::server::Server;
use tokio::task::spawn_blocking;

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() -> io::Result<()> {
    let server = Server::start().await?;
    println!("{}", server.url(""));
    spawn_blocking(|| io::copy(&mut io::stdin(), &mut io::sink())).await??;
    Ok(())
}
