//! What the names of functions tell: on what a lane waits, who wakes it, how a task ends.

use records::Resource;

use super::names::{bare, outermost_list, own_path};

/// Names in tokio, and what a lane that waits there waits on. The first that fits is taken, from the
/// outermost call inwards, so that a lock is a lock and not the semaphore inside it.
const RESOURCES: &[(&str, Resource)] = &[
    ("tokio::time::interval::Interval::", Resource::Tick),
    ("tokio::time::timeout::poll_delay", Resource::Timeout),
    ("tokio::time::sleep::Sleep::", Resource::Sleep),
    ("tokio::task::join_set::JoinSet::", Resource::JoinNext),
    ("tokio::runtime::task::join::JoinHandle::", Resource::Join),
    ("tokio::sync::mpsc::bounded::Receiver::", Resource::Recv),
    ("tokio::sync::mpsc::unbounded::UnboundedReceiver::", Resource::Recv),
    ("tokio::sync::mpsc::bounded::Sender::", Resource::Send),
    ("tokio::sync::oneshot::Receiver::", Resource::Oneshot),
    ("tokio::sync::oneshot::Sender::", Resource::Closed),
    ("tokio::sync::broadcast::", Resource::Broadcast),
    ("tokio::sync::watch::Receiver::", Resource::Watch),
    ("tokio::sync::watch::Sender::", Resource::Closed),
    ("tokio::sync::mutex::Mutex::", Resource::Lock),
    ("tokio::sync::rwlock::RwLock::read", Resource::Read),
    ("tokio::sync::rwlock::RwLock::write", Resource::Write),
    ("tokio::sync::semaphore::Semaphore::", Resource::Acquire),
    ("tokio::sync::barrier::Barrier::", Resource::Barrier),
    ("tokio::sync::once_cell::", Resource::OnceCell),
    ("tokio::sync::notify::", Resource::Notified),
    ("tokio::task::yield_now::", Resource::YieldNow),
    ("tokio::task::coop::", Resource::Budget),
    ("tokio::task::local::", Resource::LocalSet),
    ("tokio::net::", Resource::Socket),
    ("tokio::runtime::io::", Resource::Socket),
    ("tokio::process::", Resource::Process),
    ("tokio::signal::", Resource::Signal),
    ("futures_util::stream::", Resource::Next),
];

/// What a lane waits on whose waker was cloned below this function.
pub fn resource(name: &str) -> Option<Resource> {
    let name = bare(name);
    RESOURCES.iter().find(|(prefix, _)| name.starts_with(prefix)).map(|(_, resource)| *resource)
}

/// Who calls a waker while no lane runs.
#[derive(Clone, Copy)]
pub enum Waker {
    /// The runtime, which has just ended a task.
    Completion,
    Clock,
    Driver,
    Yield,
}

/// Who wakes, if this function is under way.
pub fn waker(name: &str) -> Option<Waker> {
    let name = bare(name);
    let begins = |prefixes: &[&str]| prefixes.iter().any(|prefix| name.starts_with(prefix));
    if begins(&["tokio::runtime::task::harness::Harness::complete"]) {
        Some(Waker::Completion)
    } else if begins(&["tokio::runtime::time::", "tokio::runtime::time_alt::"]) {
        Some(Waker::Clock)
    } else if begins(&["tokio::runtime::io::", "tokio::signal::", "tokio::runtime::signal::"]) {
        Some(Waker::Driver)
    } else if begins(&["tokio::runtime::scheduler::defer::"]) {
        Some(Waker::Yield)
    } else {
        None
    }
}

/// Whether a task that is being dropped has returned (`true`) or is cancelled (`false`), if this
/// function is the one that tells.
pub fn task_end(name: &str) -> Option<bool> {
    let name = bare(name);
    if name.starts_with("tokio::runtime::task::core::Core::poll") {
        Some(true)
    } else if name.starts_with("tokio::runtime::task::harness::cancel_task")
        || name.starts_with("tokio::runtime::task::harness::Harness::shutdown")
    {
        Some(false)
    } else {
        None
    }
}

/// Whether this function polls a whole task.
pub fn is_edge_of_task(name: &str) -> bool {
    let name = bare(name);
    name.starts_with("tokio::runtime::task::core::Core::poll")
        || name.starts_with("meanwhile::recorder::root::Recorded::poll")
        || name.starts_with("meanwhile::entry::run")
}

/// Whether what lies outside this function tells nothing more.
pub fn is_outermost(name: &str) -> bool {
    is_edge_of_task(name) || name.starts_with("std::sys::backtrace::__rust_begin_short_backtrace")
}

/// Whether this function starts the workers of a runtime, which are no blocking calls of the
/// program's.
pub fn starts_workers(name: &str) -> bool {
    bare(name).starts_with("tokio::runtime::scheduler::multi_thread::worker::Launch::launch")
}

/// Whether this function makes a task.
pub fn spawns(name: &str) -> bool {
    let name = bare(name);
    name.starts_with("tokio::")
        && name.split("::").any(|part| part.starts_with("spawn") || part == "block_on")
}

/// Whether this function is one of tokio's.
pub fn is_of_tokio(name: &str) -> bool {
    bare(name).starts_with("tokio::")
}

/// The crates that come with the compiler.
pub const STANDARD: [&str; 3] = ["core", "alloc", "std"];

/// The crate that a function belongs to, if its name tells.
pub fn library(name: &str) -> Option<String> {
    let bare = bare(name);
    let (krate, _) = bare.split_once("::")?;
    let is_name = krate.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    (is_name && !krate.is_empty()).then(|| krate.to_owned())
}

/// The name of the async function, or function, that a call such as
/// `tokio::task::spawn::spawn::<app::work::{closure#0}>` is given to run. A closure and an async
/// block have none.
pub fn spawned(name: &str, own: &str) -> Option<String> {
    let start = outermost_list(name).filter(|_| name.ends_with('>'))?;
    let types = &name[start..name.len() - 1];
    // A method's type stands in brackets of its own: `<app::Listener>::run::{closure#0}`.
    let types = if types.starts_with('<') { bare(types) } else { types.to_owned() };
    let path = own_path(&types, own)?;
    let parts: Vec<&str> = path.split("::").collect();
    let closures = parts.iter().rev().take_while(|part| part.starts_with('{')).count();
    let named = &parts[..parts.len() - closures];
    let function = named.last()?;
    let is_in_plain_main = closures == 1 && named.len() == 2 && *function == "main";
    (closures <= 1 && !is_in_plain_main).then(|| (*function).to_owned())
}

/// The name of the function that a closure or a future belongs to: `work` for
/// `app::work::{closure#0}`.
pub fn function(name: &str) -> Option<String> {
    let name = bare(name);
    let part = name.rsplit("::").find(|part| !part.starts_with('{') && !part.is_empty())?;
    Some(part.to_owned())
}

/// A path without the folders that only this machine has.
pub fn short_path(path: &str) -> &str {
    let registry = path.find("/registry/src/").map(|at| at + "/registry/src/".len());
    let below = registry.and_then(|at| path[at..].find('/').map(|slash| at + slash + 1));
    let standard = path.find("/library/").map(|at| at + 1);
    below.or(standard).map_or(path, |at| &path[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_a_lock_and_not_the_semaphore_inside_it() {
        let calls = [
            "<tokio::sync::batch_semaphore::Acquire as core::future::future::Future>::poll",
            "<tokio::sync::mutex::Mutex<u32>>::lock::{closure#0}",
        ];
        let outermost = calls.iter().rev().find_map(|name| resource(name));
        assert_eq!(outermost, Some(Resource::Lock));
    }

    #[test]
    fn a_spawned_async_function_has_its_name() {
        let name = |name| spawned(name, "app");
        assert_eq!(
            name("tokio::task::spawn::spawn::<app::work::{closure#0}>").as_deref(),
            Some("work")
        );
        let in_a_set = "<tokio::task::join_set::JoinSet<u64>>::spawn::<app::work::{closure#0}>";
        assert_eq!(name(in_a_set).as_deref(), Some("work"));
        let wrapped = "tokio::task::spawn::spawn::<tracing::instrument::Instrumented<app::work::{closure#0}>>";
        assert_eq!(name(wrapped).as_deref(), Some("work"));
        let block = "tokio::task::spawn::spawn::<app::main::main::{closure#0}::{closure#1}>";
        assert_eq!(name(block), None);
        let method = "tokio::task::spawn::spawn::<<app::Listener>::run::{closure#0}>";
        assert_eq!(name(method).as_deref(), Some("run"));
        let block = "tokio::task::spawn::spawn::<<app::Listener>::run::{closure#0}::{closure#0}>";
        assert_eq!(name(block), None);
        let of_trait = "tokio::task::spawn::spawn::<<app::Pool as app::Work>::run::{closure#0}>";
        assert_eq!(name(of_trait).as_deref(), Some("run"));
        let called = "tokio::task::blocking::spawn_blocking::<app::hash, u32>";
        assert_eq!(name(called).as_deref(), Some("hash"));
    }

    #[test]
    fn a_task_of_a_library_has_its_name() {
        let caller =
            "<hyper_util::rt::tokio::TokioExecutor as hyper::rt::Executor<app::X>>::execute";
        assert_eq!(library(caller).as_deref(), Some("hyper_util"));
        assert_eq!(library("<alloc::boxed::Box<app::X>>::new").as_deref(), Some("alloc"));
        assert_eq!(library("__rust_try"), None);
    }

    #[test]
    fn a_path_loses_the_folders_of_this_machine() {
        let path = "/opt/cargo/registry/src/index-1/tokio-1.54.1/src/lib.rs";
        assert_eq!(short_path(path), "tokio-1.54.1/src/lib.rs");
        assert_eq!(
            short_path("/rustc/5980/library/core/src/option.rs"),
            "library/core/src/option.rs"
        );
        assert_eq!(short_path("src/main.rs"), "src/main.rs");
    }
}
