//! # No error is lost
//!
//! `save_later` is a plain function: it starts a task that saves the file, and returns at once.
//! Nobody awaits the task, so when `save` returns an `Err` nobody hears of it.
//! Let each error be handed to `report(error)`, as it is and at the moment it comes: `c`'s after 1.3 s, and
//! `b`'s after 6.5, since nobody is given up, however long it takes.
//! `save_later` stays a plain function that returns at once.
//!
//! **First step:** the error is what `save(file).await` gives. Where is the last place that can look at it?
//!
//! **Before you go on:** let `save` panic for one of the files. Who tells you, and does your `save_later`
//! report it too?
//!
//!     cargo xtask check no_error_lost

use crate::save;

pub fn save_later(file: &'static str) {
    tokio::spawn(save(file));
}
