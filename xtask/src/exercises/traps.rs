//! What the compiler's errors and the messages of panics mean to somebody from asyncio.

use playback::LaneState;

/// What an error means to somebody from asyncio. `line` is the line that it points at.
pub fn of_the_compiler(code: &str, message: &str, line: &str) -> (&'static str, &'static str) {
    let message = without_places(message);
    let says = |words: &str| message.contains(words);
    match code {
        "E0728" => (
            "`.await` stands where nothing is async: in a plain function, or in a closure.",
            "Python refuses it too: `await` outside an async function is a SyntaxError. A closure \
             becomes `async move { … }`, or the loop moves into the async function.",
        ),
        "E0277" if says("is not a future") => (
            "Something that is no future stands where one is awaited or spawned: a function that is not \
             called, a closure, or a list of futures.",
            "`create_task(fetch)` without the call is a TypeError there as well; `gather(*list)` takes a \
             list apart, here `join_all(list)` does.",
        ),
        "E0277"
            if says("closure, found `{async block}`") || says("closure, found `impl Future") =>
        {
            (
                "A function to call is asked for, and a future is given. A thread calls; it does not poll. \
             Hand over `move || f(x)`.",
                "`to_thread` with a coroutine object is a TypeError as well: it takes the function, and what \
             to call it with.",
            )
        }
        "E0277" if says("`?` operator can only be used") => (
            "`?` returns the error from the function or block that it stands in, and this one gives \
             neither a `Result` nor an `Option`.",
            "A Python exception needs no room in the signature: it flies through whatever is in between.",
        ),
        "E0277" if says("`?` couldn't convert the error") => (
            "`?` hands on an error that the function's own error type has no conversion from.",
            "A Python exception has no type in the signature: it flies through whatever is in between.",
        ),
        "E0277" if says("cannot be sent between threads") => (
            "A task, or a thread, is given something that may not go to another thread, or of which \
             nothing says that it may.",
            "asyncio has one thread, so nobody asks. Here the type has to be `Send`: an `Arc` for an \
             `Rc`, or a bound in the signature.",
        ),
        "E0277" if says("cannot be shared between threads") => (
            "A reference goes to another thread, and what it refers to is for one thread alone. Clone \
             what is to be kept: of a `Context`, the waker.",
            "A Python name may be used on any thread; whether the object bears it shows at run time.",
        ),
        "" if says("cannot be sent between threads") => (
            "A spawned task may move to another thread, and something that lives across an `.await` \
             may not: a guard of `std::sync::Mutex`, or an `Rc`.",
            "asyncio has one thread, so nobody asks. Let the value go out of scope before the await.",
        ),
        "E0599" if says("Future") => (
            "The method is asked of a future: it is the value's, which `.await` gives.",
            "asyncio finds out at run time: a coroutine object has no such attribute.",
        ),
        "E0507" => (
            "A value is taken out of what is merely borrowed.",
            "A Python name may name anything. Here: borrow it, clone it, or own what holds it.",
        ),
        "E0308" if says("expected `Vec<") && says("found `(") => (
            "`join!` gives a tuple, and a list is asked for: `let (a, b) = join!(…)`, then `vec![a, b]`; or \
             `join_all`.",
            "`gather` gives a list, whatever it is given.",
        ),
        "E0308" if says("found a different") => (
            "Each async block and each async function has a type of its own, and a list holds one type.",
            "All coroutines have one type in Python. Here: one function for all, `Box::pin`, or a JoinSet.",
        ),
        "E0308" | "E0277" if says("future") || says("Future") => (
            "A future stands where its value is meant: the call builds it, `.await` gives the value.",
            "asyncio finds out at run time: you would have a coroutine object in your variable.",
        ),
        "E0597" | "E0716" if line.contains(".acquire(") => (
            "`acquire` gives a permit that borrows the semaphore, and the task that it is moved into may \
             outlive both. An `Arc<Semaphore>` gives one that a task can own: `acquire_owned`.",
            "A Semaphore lives there as long as anybody refers to it.",
        ),
        "E0373" | "E0521" | "E0597" | "E0716" => (
            "A task may outlive the function that spawns it, so it must own what it uses.",
            "asyncio's tasks keep what they use alive. Here: `move`, a clone, or a String for a &str.",
        ),
        "E0382" => (
            "The value has moved, into a task, an await or a call, and is used once more.",
            "A Python name goes on naming the object. Clone before the move, or keep the result.",
        ),
        "E0499" | "E0502" | "E0506" => (
            "Two futures that are alive at the same time change, or change and read, one variable.",
            "asyncio lets both, and each await between reading and writing may lose an update. Return \
             the values, or send them, instead.",
        ),
        "E0282" | "E0283" => (
            "The compiler cannot tell a type: often that of an async block's error.",
            "Python does not ask. End the block with `Ok::<_, TheError>(…)`.",
        ),
        "E0432" | "E0433" if says("crate") => (
            "The lesson does not link this crate: what it links stands under [dependencies] in its \
             Cargo.toml.",
            "",
        ),
        "E0425" | "E0432" | "E0433" => {
            ("A name is not there: has the function that the checks call kept its name?", "")
        }
        _ => (REFUSED, ""),
    }
}

/// What is said of an error that is none of the known ones. On a terminal rustc's words stand above it,
/// in the book below.
pub const REFUSED: &str = "rustc refused it, and says why.";

/// A message without the places of closures and async blocks: a file's name is none of its words.
fn without_places(message: &str) -> String {
    let mut pieces = message.split('@');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        text += piece.find('}').map_or(piece, |end| &piece[end..]);
    }
    text
}

/// What a panic's message has to do with asyncio.
pub fn of_a_panic(message: &str) -> &'static str {
    let says = |words: &str| message.contains(words);
    if says("Cannot start a runtime from within a runtime") {
        "It is asyncio's \"asyncio.run() cannot be called from a running event loop\"."
    } else if says("it is being shutdown") {
        "It is asyncio's \"Event loop is closed\": the runtime is gone, and somebody still uses it."
    } else if says("there is no reactor running") || says("A Tokio 1.x context was found, but") {
        "It is asyncio's \"no running event loop\": the runtime lacks what the future needs."
    } else if says("Cannot block the current thread from within a runtime") {
        "asyncio does not notice: `queue.Queue.get` in a coroutine stops the loop, and all tasks with it."
    } else if says("can call blocking only when running on the multi-threaded runtime") {
        "asyncio has no such call. `spawn_blocking` is `to_thread`, and serves every runtime."
    } else if says("resumed after completion") || says("polled after completion") {
        "It is asyncio's \"cannot reuse already awaited coroutine\"."
    } else if says("JoinError::Cancelled") {
        "`await task` raises the CancelledError in asyncio; a TaskGroup keeps those to itself that it has \
         caused."
    } else if says("called `Result::unwrap()` on an `Err` value") {
        "`unwrap` turns a value that you could have looked at into a panic; in asyncio the exception \
         would be raised at the await."
    } else {
        "An exception that nobody catches ends a task in asyncio as well."
    }
}

/// What asyncio would have done where nothing can run any more. A timer would ring if somebody ran the
/// runtime whose timer it is.
pub fn of_a_deadlock(lanes: &[LaneState]) -> &'static str {
    if lanes.iter().any(LaneState::waits_on_a_timer) {
        "Nobody runs the runtime that the timers belong to. In asyncio, too, a loop stands still that \
         nobody runs; but to await a Task of another loop is a RuntimeError there: \"attached to a \
         different loop\"."
    } else {
        "asyncio would wait for ever too, and say nothing. Who was to wake them: a sender that is kept, a \
         lock that is held, a waker that nobody calls?"
    }
}

#[cfg(test)]
mod tests {
    use playback::{Doing, LaneState, OpenWait};
    use records::Resource;

    use super::{REFUSED, of_a_deadlock, of_a_panic, of_the_compiler};

    fn why(code: &str, message: &str) -> &'static str {
        of_the_compiler(code, message, "").0
    }

    #[test]
    fn a_question_mark_lacks_a_result_or_a_conversion() {
        let no_result = "the `?` operator can only be used in an async function that returns `Result` \
                         or `Option`";
        assert!(why("E0277", no_result).contains("neither a `Result` nor an `Option`"));
        let no_conversion = "`?` couldn't convert the error to `String`";
        assert!(why("E0277", no_conversion).contains("has no conversion from"));
    }

    #[test]
    fn a_future_for_a_closure_is_told_by_the_message_not_by_the_file() {
        for file in ["exercise.rs", "wrong_hands_over_a_future.rs"] {
            let found = format!("`{{async block@{file}:10:68: 10:78}}`");
            let message = format!("expected a `FnOnce()` closure, found {found}");
            assert!(why("E0277", &message).starts_with("A function to call"), "{file}");
            let message = format!("expected a `FnOnce()` closure, found `{{closure@{file}:1:2}}`");
            assert_eq!(why("E0277", &message), REFUSED, "{file}");
        }
        let message = "mismatched types\nexpected `usize`, found future";
        assert!(why("E0308", message).starts_with("A future stands where its value is meant"));
    }

    #[test]
    fn a_guard_over_an_await_is_an_error_without_a_code() {
        let message = "future cannot be sent between threads safely";
        assert!(why("", message).contains("lives across an `.await`"));
        let bound = why("E0277", "`F` cannot be sent between threads safely");
        assert!(!bound.contains(".await") && bound.contains("nothing says that it may"));
        let shared = why("E0277", "`LocalWaker` cannot be shared between threads safely");
        assert!(shared.contains("the waker"));
    }

    #[test]
    fn a_borrowed_permit_is_told_by_the_line() {
        let message = "`gate` does not live long enough";
        let line = "        let permit = gate.acquire().await.expect(\"nobody closes it\");";
        assert!(of_the_compiler("E0597", message, line).0.contains("acquire_owned"));
        let line = "    for file in &files {";
        assert!(of_the_compiler("E0597", message, line).0.starts_with("A task may outlive"));
    }

    #[test]
    fn what_is_unknown_claims_no_place_for_rustcs_words() {
        assert_eq!(of_the_compiler("E0271", "type mismatch", ""), (REFUSED, ""));
        assert!(!REFUSED.contains("above") && !REFUSED.contains("below"));
    }

    #[test]
    fn a_timer_that_nobody_turns_is_another_runtimes() {
        let waits = |on| {
            let wait = OpenWait { on, place: None };
            LaneState { name: "work".to_owned(), doing: Doing::Waits(vec![wait]) }
        };
        assert!(
            of_a_deadlock(&[waits(Resource::Join), waits(Resource::Sleep)])
                .contains("different loop")
        );
        assert!(of_a_deadlock(&[waits(Resource::Recv)]).contains("wait for ever too"));
    }

    #[test]
    fn each_panic_has_its_own_neighbour() {
        let closed = "A Tokio 1.x context was found, but it is being shutdown.";
        assert!(of_a_panic(closed).contains("Event loop is closed"));
        let no_timers = "A Tokio 1.x context was found, but timers are disabled.";
        assert!(of_a_panic(no_timers).contains("no running event loop"));
        let blocks = "Cannot block the current thread from within a runtime. This happens because";
        assert!(of_a_panic(blocks).contains("queue.Queue.get"));
        let in_place = "can call blocking only when running on the multi-threaded runtime";
        assert!(of_a_panic(in_place).contains("spawn_blocking"));
        let aborted = "work does not panic: JoinError::Cancelled(Id(3))";
        assert!(of_a_panic(aborted).contains("CancelledError"));
        assert!(of_a_panic("an address").contains("nobody catches"));
    }
}
