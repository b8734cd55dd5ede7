//! Serves the book on loopback. mdBook makes a page anew when its text changes; what is made from the
//! programs is refreshed when one of them changes.

use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::Utf8Path;
use notify::{EventKind, RecursiveMode, Watcher};

use super::{build, refresh, theme};
use crate::Outcome;
use crate::children::Group;
use crate::course::Course;
use crate::show;

/// The first port that is tried, if none is asked for.
const FIRST_PORT: u16 = 3000;

/// How long nothing may change until what changed is made anew.
const QUIET: Duration = Duration::from_millis(200);

/// Serves the book until it is interrupted.
///
/// # Errors
///
/// If the port is taken, mdBook cannot be had, or it ends.
pub fn serve(course: &Course, port: Option<u16>, open: bool) -> Result<Outcome> {
    let port = free_port(port)?;
    let mut mdbook = Command::new(build::mdbook(course)?);
    mdbook.args(["serve", "docs", "--hostname", "127.0.0.1", "--port", &port.to_string()]);
    if open {
        mdbook.arg("--open");
    }
    mdbook.current_dir(&course.root).stdin(Stdio::null()).env("RUST_LOG", "warn");
    let server = Group::start(mdbook).context("starting mdbook serve")?;
    show::print(&format!("The book is at http://127.0.0.1:{port}/ until Ctrl-C.\n"));
    let (tell, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let is_change = |event: &notify::Event| !matches!(event.kind, EventKind::Access(_));
        if let Ok(event) = event
            && is_change(&event)
            && event.paths.iter().any(|path| Utf8Path::from_path(path).is_some_and(is_source))
        {
            // Who no longer listens has ended.
            let _ = tell.send(());
        }
    })
    .context("watching the lessons")?;
    let crates = course.root.join("crates");
    for folder in [crates, course.root.join(theme::FOLDER)] {
        watcher
            .watch(folder.as_std_path(), RecursiveMode::Recursive)
            .with_context(|| format!("watching {folder}"))?;
    }
    loop {
        match changes.recv_timeout(Duration::from_millis(500)) {
            Ok(()) => {
                while changes.recv_timeout(QUIET).is_ok() {}
                // A program that does not compile yet is no reason to end.
                if let Err(error) = Course::find().and_then(|course| refresh(&course, false)) {
                    anstream::eprintln!("{}: {error:#}", show::failure("error"));
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => bail!("the lessons are watched no more"),
        }
        if let Some(status) = server.ended().context("asking for mdbook serve")? {
            bail!("mdbook serve ended with {status}");
        }
    }
}

/// What the book's parts are made from; the parts themselves lie in `book`.
fn is_source(path: &Utf8Path) -> bool {
    let is_part = path.components().any(|part| part.as_str() == "book")
        || path.file_stem() == Some(theme::NAME);
    let kinds = ["rs", "py", "toml", "md", "json", "stderr", "css", "js"];
    !is_part && path.extension().is_some_and(|kind| kinds.contains(&kind))
}

fn free_port(wanted: Option<u16>) -> Result<u16> {
    let is_free = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok();
    match wanted {
        Some(port) if is_free(port) => Ok(port),
        Some(port) => bail!(
            "port {port} of 127.0.0.1 is taken: leave --port away, and the next free one is taken"
        ),
        None => (FIRST_PORT..FIRST_PORT + 100)
            .find(|port| is_free(*port))
            .with_context(|| format!("no port from {FIRST_PORT} on is free: name one with --port")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_is_said_to_be_and_passed_over() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let port = taken.local_addr().expect("it has an address").port();
        let error = free_port(Some(port)).expect_err("it is taken").to_string();
        assert!(error.contains(&format!("port {port} of 127.0.0.1 is taken")), "{error}");
        assert_ne!(free_port(None).expect("one is free"), port);
    }

    #[test]
    fn what_the_book_is_made_from_is_told_from_what_is_made() {
        assert!(is_source(Utf8Path::new("/c/crates/gather/src/main.rs")));
        assert!(!is_source(Utf8Path::new("/c/crates/gather/book/quiz-a.html")));
        assert!(!is_source(Utf8Path::new("/c/crates/gather/book/exercises.md")));
        assert!(is_source(Utf8Path::new("/c/docs/theme/page.css")));
        assert!(!is_source(Utf8Path::new("/c/docs/theme/meanwhile.css")));
    }
}
