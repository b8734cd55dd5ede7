// Meant: a name that is kept over a sleep. asyncio would have kept it: it has one thread, and asks nothing of the objects in a Task.

use std::rc::Rc;
use std::time::Duration;

use tokio::time::sleep;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let task = tokio::spawn(async {
        let name = Rc::new(String::from("Alice"));
        sleep(Duration::from_secs(1)).await;
        println!("Hello, {name}!");
    });
    task.await.unwrap();
}
