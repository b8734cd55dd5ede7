//! A value from one task to another.

use tokio::sync::oneshot;

async fn giver(sender: oneshot::Sender<u32>) {
    sender.send(7).expect("main listens");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (sender, receiver) = oneshot::channel();
    tokio::spawn(giver(sender));
    println!("{}", receiver.await.expect("giver sends"));
}
