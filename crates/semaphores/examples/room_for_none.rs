//! A channel with room for nothing is refused when it is made; one without a limit has its own name.
//!
//!     cargo run -p semaphores --example room_for_none

use tokio::sync::mpsc;

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let made = tokio::spawn(async { mpsc::channel::<u32>(0) }).await;
    if let Err(error) = made {
        println!("channel(0): {}", error.into_panic().downcast_ref::<&str>().unwrap());
    }

    let (sender, receiver) = mpsc::unbounded_channel();
    for number in 0..100 {
        sender.send(number).unwrap(); // no `.await`: it never waits
    }
    println!("without a limit: {} lie there", receiver.len());
}
