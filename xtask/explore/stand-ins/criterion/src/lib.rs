//! Stands in for criterion, which shuttle-tokio depends on for one trait.

/// What criterion runs asynchronous benchmarks on.
pub mod async_executor {
    /// Runs a future to its end.
    pub trait AsyncExecutor {
        /// Runs it.
        fn block_on<T>(&self, future: impl Future<Output = T>) -> T;
    }
}
