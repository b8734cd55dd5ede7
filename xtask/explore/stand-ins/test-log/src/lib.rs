//! Stands in for test-log, which only the tests of shuttle-tokio use.
