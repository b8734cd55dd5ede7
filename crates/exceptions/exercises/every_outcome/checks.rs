//! Calls your `prices` twice, and prints what comes back, how often a price was asked for, and whether a
//! question was cut off. Read it; it is not yours to change.

mod exercise;

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use tokio::time::sleep;

static ASKED: AtomicUsize = AtomicUsize::new(0);
static CUT_OFF: AtomicUsize = AtomicUsize::new(0);

/// A question that was asked. Counts itself if it is dropped before there is an answer.
struct Question {
    answered: bool,
}

impl Drop for Question {
    fn drop(&mut self) {
        CUT_OFF.fetch_add(usize::from(!self.answered), SeqCst);
    }
}

/// Asks what something costs. Tea is known after 2 s, milk after 4; coffee is sold out, which is known
/// after 1 s, and so is bread, after 3. Other items take longer.
#[tracing::instrument]
pub async fn price(item: &'static str) -> Result<u32, String> {
    ASKED.fetch_add(1, SeqCst);
    let mut question = Question { answered: false };
    let (seconds, price) = match item {
        "tea" => (2, Some(30)),
        "coffee" => (1, None),
        "milk" => (4, Some(90)),
        "bread" => (3, None),
        _ => (9, Some(700)),
    };
    sleep(Duration::from_secs(seconds)).await;
    question.answered = true;
    price.ok_or_else(|| format!("{item} is sold out"))
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let results: Vec<Result<u32, String>> =
        exercise::prices(&["tea", "coffee", "milk", "bread"]).await;
    println!("Results: {results:?}");
    println!("questions: {}", ASKED.load(SeqCst));
    println!("cut off: {}", CUT_OFF.swap(0, SeqCst));
    let results = exercise::prices(&["saffron", "bread"]).await;
    println!("Results with saffron: {results:?}");
    println!("cut off with saffron: {}", CUT_OFF.load(SeqCst));
}
