//! # To be written: a title
//!
//! To be written: what the function below does, and what it is to do, in figures.
//!
//! **First step:** to be written.
//!
//! **Before you go on:** to be written.
//!
//!     cargo xtask check semaphores_third

use crate::rest;

pub async fn both() -> (u64, u64) {
    (rest(2).await, rest(3).await)
}
