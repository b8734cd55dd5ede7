//! A watched value.

use tokio::sync::watch;

async fn setter(sender: watch::Sender<u32>) {
    sender.send_replace(7);
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (sender, mut receiver) = watch::channel(0);
    tokio::spawn(setter(sender));
    receiver.changed().await.expect("setter lives");
    println!("{}", *receiver.borrow());
}
