//! A plain program that has some async work done by your `Background`. Read it; it is not yours to change.

mod exercise;

use std::future::pending;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use exercise::Background;
use tokio::time::sleep;

static UPLOADED: AtomicBool = AtomicBool::new(false);
static GONE: AtomicBool = AtomicBool::new(false);

struct CutOff;

impl Drop for CutOff {
    fn drop(&mut self) {
        thread::sleep(Duration::from_millis(100)); // some tidying up
        if GONE.load(Ordering::Relaxed) {
            println!("The task that was left over was dropped after `drop` had returned.");
        } else {
            println!("The task that was left over was dropped.");
        }
    }
}

async fn left_over() {
    let _cut_off = CutOff;
    pending::<()>().await; // never ready
}

async fn upload() {
    sleep(Duration::from_millis(200)).await;
    UPLOADED.store(true, Ordering::Relaxed);
    println!("The upload is done.");
}

async fn count(word: String, millis: u64) -> usize {
    sleep(Duration::from_millis(millis)).await;
    word.len()
}

#[meanwhile::main(clock = "real")]
fn main() {
    let background = Background::start();
    background.call(async { drop(tokio::spawn(upload())) });
    thread::sleep(Duration::from_millis(500)); // plain code, busy with something else
    println!("Done while the plain code was busy: {}.", UPLOADED.load(Ordering::Relaxed));

    println!("The word has {} letters.", background.call(count("seven".to_owned(), 100)));

    let started = Instant::now();
    let (a, b) = thread::scope(|scope| {
        let a = scope.spawn(|| background.call(count("nine".to_owned(), 400)));
        let b = scope.spawn(|| background.call(count("eleven".to_owned(), 500)));
        (a.join().expect("a call does not panic"), b.join().expect("a call does not panic"))
    });
    println!("The words have {a} and {b} letters.");
    println!("Both calls at once: {}.", started.elapsed() < Duration::from_millis(750));

    background.call(async {
        tokio::spawn(left_over());
        sleep(Duration::from_millis(100)).await;
    });
    drop(background);
    GONE.store(true, Ordering::Relaxed);
    println!("The background is gone.");
    thread::sleep(Duration::from_millis(300)); // for what is late
}
