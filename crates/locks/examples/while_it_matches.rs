//! A guard that has no name lives to the end of its statement, and a `match` is one statement.
//!
//!     cargo run -p locks --example while_it_matches
//!
//! No twin: the block of `async with` says where the lock ends; no object does it by its life.

use std::sync::Mutex;

fn says(place: &str, job: Option<u32>, jobs: &Mutex<Vec<u32>>) {
    let state = if jobs.try_lock().is_ok() { "free" } else { "taken" };
    println!("{place}, with {job:?}: the list is {state}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let jobs = Mutex::new(vec![4, 3, 2, 1]);

    match jobs.lock().unwrap().pop() {
        Some(job) => says("match", Some(job), &jobs),
        None => println!("no job"),
    }

    if let Some(job) = jobs.lock().unwrap().pop() {
        says("if let", Some(job), &jobs);
    }

    let next = jobs.lock().unwrap().pop(); // the guard is dropped at the semicolon
    if let Some(job) = next {
        says("if let, bound before", Some(job), &jobs);
    }

    while let Some(job) = jobs.lock().unwrap().pop() {
        says("while let", Some(job), &jobs);
    }

    if let Some(job) = jobs.lock().unwrap().pop() {
        println!("job {job} was not there");
    } else {
        says("else", None, &jobs); // since edition 2024
    }
}
