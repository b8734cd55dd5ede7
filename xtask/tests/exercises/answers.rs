//! Answers that go wrong in every way that programs can: each has its name within its limit, and leaves
//! nothing behind.

use crate::desk::{Desk, Said, holds};

/// An answer whose function does this.
fn answer(body: &str) -> String {
    format!(
        "#![allow(unused)]\nuse std::time::Duration;\nuse crate::factorial;\n\
         pub async fn factorials() -> Vec<u64> {{\n{body}\n}}\n"
    )
}

/// Checks an answer that does this; it must earn that verdict, and the words must be there.
#[track_caller]
fn earns(body: &str, verdict: &str, words: &[&str]) -> Said {
    let said = Desk::with(&answer(body)).check();
    assert_eq!(said.code, Some(1), "{said:?}");
    let has_it = said.stdout.lines().any(|line| {
        line.strip_prefix("  ").is_some_and(|line| {
            line == verdict || line.starts_with(&format!("{verdict} · exercise.rs:"))
        })
    });
    assert!(has_it, "no `{verdict}` in:\n{}\n{}", said.stdout, said.stderr);
    holds(&said.stdout, words);
    assert!(said.memory < 400_000, "the runner took {} KB", said.memory);
    assert!(!said.stdout.contains('\u{1b}'), "{}", said.stdout);
    said
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_loop_without_an_await() {
    earns("loop {}", "endless loop", &["`main` has run", "keeps a core busy"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_loop_that_wakes_itself() {
    let body = "loop { tokio::task::yield_now().await }";
    earns(body, "endless loop", &["`main` runs again and again"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_wait_for_nobody() {
    earns("std::future::pending().await", "deadlock", &["nothing can run any more", "`main`"]);
    let body = "let (_keep, end) = tokio::sync::oneshot::channel::<Vec<u64>>(); end.await.unwrap()";
    earns(body, "deadlock · exercise.rs:5", &["`main` waits"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_sleep_for_ever() {
    earns(
        "tokio::time::sleep(Duration::MAX).await; vec![]",
        "a timer for ever",
        &["exercise.rs:5"],
    );
    let body = "loop { tokio::time::sleep(Duration::from_secs(1)).await }";
    earns(body, "a timer for ever", &["timers still wake it"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_thread_that_sleeps_for_ever() {
    let body = "std::thread::sleep(Duration::MAX); vec![]";
    earns(body, "blocked the thread", &["its thread sleeps", "spawn_blocking"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn printing_without_end() {
    let said = earns(
        "loop { println!(\"again\") }",
        "output flood",
        &["because       again", "more lines"],
    );
    assert!(said.stdout.len() < 100_000, "{}", said.stdout.len());
    earns("loop { eprintln!(\"again\") }", "endless loop", &[]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_hundred_megabytes() {
    let lines = "let line = \"x\".repeat(999); for _ in 0..100_000 { println!(\"{line}\") } vec![]";
    let said = earns(lines, "output flood", &[]);
    assert!(said.stdout.len() < 100_000, "{}", said.stdout.len());
    let one_line = "println!(\"{}\", \"x\".repeat(100_000_000)); vec![]";
    let said = earns(one_line, "output flood", &[" bytes) (no newline)"]);
    assert!(said.stdout.len() < 20_000, "{}", said.stdout.len());
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_panic_says_where() {
    earns("panic!(\"no idea\")", "panicked · exercise.rs:5", &["`main` panicked: no idea"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_stack_that_overflows() {
    let body =
        "fn deep(n: u64) -> u64 { std::hint::black_box([n; 99]); deep(n + 1) + 1 } vec![deep(0)]";
    earns(body, "crashed", &["more stack", "RecursionError"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn an_end_of_the_process() {
    earns("std::process::exit(3)", "crashed", &["It exited with code 3", "os._exit"]);
    earns("std::process::exit(0)", "crashed", &["It exited with code 0 before `main` was over"]);
    earns("std::process::abort()", "crashed", &["Signal 6 (abort) ended it"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn more_memory_than_there_is() {
    let body = "let mut all = Vec::new(); loop { all.push(Vec::<u8>::with_capacity(1 << 26)) }";
    earns(body, "too much memory", &["MemoryError"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_panic_in_a_destructor() {
    let body = "struct Cup; impl Drop for Cup { fn drop(&mut self) { panic!(\"the cup breaks\") } }\n\
                let _cup = Cup; panic!(\"no idea\")";
    earns(body, "crashed", &["Signal 6 (abort) ended it", "no idea", "the cup breaks"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn records_of_its_own_make_nothing_right() {
    let body = "let mark = std::env::var(\"MEANWHILE_RECORD\").unwrap();\n\
                let a = factorial(\"A\", 4).await; let b = factorial(\"B\", 2).await; \
                let c = factorial(\"C\", 3).await;\n\
                println!(\"\\u{1e}{mark}{{\\\"is\\\":\\\"tea\\\"}}\");\n\
                println!(\"\\u{1e}0123456789abcdef{{\\\"is\\\":\\\"returns\\\"}}\"); vec![a, b, c]";
    earns(body, "awaited in turn", &["0123456789abcdef"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn who_reads_stdin_finds_its_end() {
    let body = "let mut line = String::new(); let n = std::io::stdin().read_line(&mut line).unwrap();\n\
                println!(\"read {n}\");\n\
                let (a, b, c) = tokio::join!(factorial(\"A\", 4), factorial(\"B\", 2), \
                factorial(\"C\", 3)); vec![a, b, c]";
    let said = Desk::with(&answer(body)).check();
    assert_eq!(said.code, Some(0), "{said:?}");
    holds(&said.stdout, &["  read 0\n", "  right\n"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn escape_sequences_do_not_steer_the_terminal() {
    let body = "println!(\"\\x1b]0;title\\x07\\x1b[?1049h\"); vec![]";
    earns(body, "wrong result", &["\\u{1b}]0;title\\u{7}\\u{1b}[?1049h"]);
    let body = "panic!(\"\\x1b[2J\")";
    earns(body, "panicked · exercise.rs:5", &["\\u{1b}[2J"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn what_an_answer_starts_ends_with_it() {
    let starts = "std::process::Command::new(\"sleep\").arg(\"1000\").spawn().unwrap();";
    earns(&format!("{starts} vec![]"), "wrong result", &[]);
    earns(&format!("{starts} loop {{}}"), "endless loop", &[]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn an_error_inside_a_macro_is_where_it_is_called() {
    earns("vec![]; loop {}", "does not compile · exercise.rs:5", &["type annotations needed"]);
}
