// Meant: let go of a lock that somebody else took. asyncio would have done it: a Lock belongs to nobody.

use tokio::sync::Mutex;

fn open_again(room: &Mutex<()>) {
    room.release();
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let room = Mutex::new(());
    let _mine = room.lock().await;
    open_again(&room);
}
