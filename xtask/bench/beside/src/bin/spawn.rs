//! N tasks that have nothing to do: spawned, then awaited one after another.

use beside::{Size, measured};

fn main() {
    measured(spawn);
}

async fn spawn(Size { n, .. }: Size) {
    let tasks: Vec<_> = (0..n).map(|number| tokio::spawn(nothing(number))).collect();
    let mut sum = 0;
    for task in tasks {
        sum += task.await.expect("it does not panic");
    }
    assert_eq!(sum, n * (n - 1) / 2);
}

async fn nothing(number: usize) -> usize {
    number
}
