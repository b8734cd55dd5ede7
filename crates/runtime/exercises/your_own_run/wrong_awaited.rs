//! Wrong: `.await` in a plain function, as the prompt of `python -m asyncio` would have it.
//! Earns: does not compile

pub fn run<F: Future>(main: F) -> F::Output {
    main.await
}
