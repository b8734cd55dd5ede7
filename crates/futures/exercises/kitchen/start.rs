//! # A place that another task fills
//!
//! Each of three orders is a place to put a dish: `order` returns it at once, while the dish is cooked.
//! `order(dish)` must see to it that `cook(dish)` runs, and put the dish into the place when it is ready.
//! `cook` returns `None` when there is nothing to serve; then nobody fills the place.
//! `served(place)` waits for one place and returns `Some(dish)`, or `None` as soon as it is certain that
//! nothing will come. It waits without looking again and again, and nothing panics, the cook's task
//! neither. Each guest stays until it is served; no task is left when the last one is.
//! The three are cooked at the same time: soup at 1 s, no fish at 2 s, cake at 4 s.
//!
//! You are given `cook(dish: &'static str) -> Option<&'static str>`, an async function.
//!
//! **First step:** no dish is ever on the stove. What runs the future `cook(dish)` while `order` returns
//! at once?
//!
//! **Before you go on:** keep the sender of the fish somewhere, without using it. What does the guest see?
//!
//!     cargo xtask check kitchen

use tokio::sync::oneshot;

use crate::cook;

pub fn order(dish: &'static str) -> oneshot::Receiver<&'static str> {
    let (_set_result, place) = oneshot::channel();
    let _cooking = cook(dish);
    place
}

pub async fn served(place: oneshot::Receiver<&'static str>) -> Option<&'static str> {
    place.await.ok()
}
