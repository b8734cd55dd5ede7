//! Right: the attribute stands on any async function, and writes the same.

#[tokio::main(flavor = "current_thread")]
pub async fn run<F: Future>(main: F) -> F::Output {
    main.await
}
