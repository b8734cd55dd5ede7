//! N coroutines gathered, each of which yields once.

use beside::{Size, measured};
use futures::future::join_all;
use tokio::task::yield_now;

fn main() {
    measured(gather);
}

async fn gather(Size { n, .. }: Size) {
    let numbers = join_all((0..n).map(yields_once)).await;
    assert_eq!(numbers.into_iter().sum::<usize>(), n * (n - 1) / 2);
}

async fn yields_once(number: usize) -> usize {
    yield_now().await;
    number
}
