//! Wrong: `.await` in a function that is not async.
//! Earns: does not compile

pub fn both<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    tokio::join!(a, b)
}
