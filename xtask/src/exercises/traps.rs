//! What the compiler's errors and the messages of panics mean to somebody from asyncio.

/// What an error means to somebody from asyncio.
pub fn of_the_compiler(code: &str, message: &str) -> (&'static str, &'static str) {
    const AS_ANY: (&str, &str) = ("rustc refused it; its words are above.", "");
    match code {
        "E0728" => (
            "`.await` stands where nothing is async: in a plain function, or in a closure.",
            "Python refuses it too: `await` outside an async function is a SyntaxError. A closure \
             becomes `async move { … }`, or the loop moves into the async function.",
        ),
        "E0277" if message.contains("is not a future") => (
            "Something that is no future stands where one is awaited or spawned: a function that is not \
             called, a closure, or a list of futures.",
            "`create_task(fetch)` without the call is a TypeError there as well; `gather(*list)` takes a \
             list apart, here `join_all(list)` does.",
        ),
        "E0599" if message.contains("Future") => (
            "The method is asked of a future: it is the value's, which `.await` gives.",
            "asyncio finds out at run time: a coroutine object has no such attribute.",
        ),
        "E0507" => (
            "A value is taken out of what is merely borrowed.",
            "A Python name may name anything. Here: borrow it, clone it, or own what holds it.",
        ),
        "E0308" if message.contains("expected `Vec<") && message.contains("found `(") => (
            "`join!` gives a tuple, and a list is asked for: `let (a, b) = join!(…)`, then `vec![a, b]`; or \
             `join_all`.",
            "`gather` gives a list, whatever it is given.",
        ),
        "E0308" if message.contains("found a different") => (
            "Each async block and each async function has a type of its own, and a list holds one type.",
            "All coroutines have one type in Python. Here: one function for all, `Box::pin`, or a JoinSet.",
        ),
        "E0308" | "E0277" if message.contains("future") || message.contains("Future") => (
            "A future stands where its value is meant: the call builds it, `.await` gives the value.",
            "asyncio finds out at run time: you would have a coroutine object in your variable.",
        ),
        "E0277" if message.contains("cannot be sent between threads") => (
            "A spawned task may move to another thread, and something that lives across an `.await` \
             may not.",
            "asyncio has one thread, so nobody asks. Let the value go out of scope before the await.",
        ),
        "E0277" if message.contains("`?` operator") => (
            "`?` hands on an error that the function's own error type has no conversion from.",
            "A Python exception has no type in the signature: it flies through whatever is in between.",
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
        "E0432" | "E0433" if message.contains("crate") => (
            "The lesson does not link this crate: what it links stands under [dependencies] in its \
             Cargo.toml.",
            "",
        ),
        "E0425" | "E0432" | "E0433" => {
            ("A name is not there: has the function that the checks call kept its name?", "")
        }
        _ => AS_ANY,
    }
}

/// What a panic's message has to do with asyncio.
pub fn of_a_panic(message: &str) -> &'static str {
    if message.contains("Cannot start a runtime from within a runtime") {
        "It is asyncio's \"asyncio.run() cannot be called from a running event loop\"."
    } else if message.contains("there is no reactor running")
        || message.contains("A Tokio 1.x context was found, but")
    {
        "It is asyncio's \"no running event loop\": the runtime lacks what the future needs."
    } else if message.contains("resumed after completion")
        || message.contains("polled after completion")
    {
        "It is asyncio's \"cannot reuse already awaited coroutine\"."
    } else if message.contains("called `Result::unwrap()` on an `Err` value") {
        "`unwrap` turns a value that you could have looked at into a panic; in asyncio the exception \
         would be raised at the await."
    } else {
        "An exception that nobody catches ends a task in asyncio as well."
    }
}
