//! # The first error out, the others still finish
//!
//! Write what asyncio's `gather` does by itself.
//! `save_all` saves all files at the same time.
//! If all goes well it gives their sizes, in the order of the files.
//! If not it gives the error that comes first in time, and gives it at once: of `a`, `b`, `c` and `d` that
//! is `c`'s, after 1 s.
//! Nothing is cut off: the other files are saved all the same, `a` after 3 s and `d` after 4.
//! As it stands it gives `b`'s error, after 4 s.
//!
//! **First step:** let each file be saved in a task of its own. Who ends a task when its handle is dropped?
//!
//! **Before you go on:** `b` fails too, after 2 s. Who is told? Then make `save_all` give both errors. When
//! can it know them?
//!
//!     cargo xtask check first_error_out

use futures::future::join_all;

use crate::save;

pub async fn save_all(files: &[&'static str]) -> Result<Vec<u32>, String> {
    let results = join_all(files.iter().map(|file| save(file))).await;
    results.into_iter().collect()
}
