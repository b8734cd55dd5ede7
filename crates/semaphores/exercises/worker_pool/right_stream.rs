//! Right: the jobs as a stream, of which three are under way; it reads the next when one is done.

use futures::stream::{StreamExt, iter};

use crate::{Jobs, work};

pub async fn run_all(jobs: Jobs) {
    iter(jobs).for_each_concurrent(3, work).await;
}
