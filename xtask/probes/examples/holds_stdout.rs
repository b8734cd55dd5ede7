//! A program that holds stdout's lock while another of its threads is recorded.

use std::io::Write;

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() {
    let mut stdout = std::io::stdout().lock();
    write!(stdout, "half ").expect("stdout is open");
    let seven = tokio::task::spawn_blocking(|| 7).await.expect("it returns");
    writeln!(stdout, "and half: {seven}").expect("stdout is open");
}
