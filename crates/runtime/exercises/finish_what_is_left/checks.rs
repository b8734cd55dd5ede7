//! Has your `run` run two programs that leave tasks behind. Read it; it is not yours to change.

mod exercise;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::sleep;

/// How many parcels are on their way.
static UNDER_WAY: AtomicUsize = AtomicUsize::new(0);

async fn parcel(to: &str, seconds: u64) {
    sleep(Duration::from_secs(seconds)).await;
    println!("The parcel to {to} has arrived.");
    UNDER_WAY.fetch_sub(1, Ordering::Relaxed);
}

/// Sends the parcels, works for a second, and returns the handles of the tasks that carry them.
async fn program(parcels: [(&'static str, u64); 3]) -> Vec<JoinHandle<()>> {
    UNDER_WAY.store(parcels.len(), Ordering::Relaxed);
    let tasks = parcels.map(|(to, seconds)| tokio::spawn(parcel(to, seconds)));
    sleep(Duration::from_secs(1)).await;
    println!("The program is over.");
    tasks.into()
}

#[meanwhile::main]
fn main() {
    for parcels in [[("Ada", 3), ("Bo", 6), ("Cy", 2)], [("Di", 20), ("Ed", 5), ("Flo", 30)]] {
        exercise::run(program(parcels));
        println!("Under way when `run` returned: {}.", UNDER_WAY.load(Ordering::Relaxed));
    }
}
