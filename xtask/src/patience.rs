//! Once more, where the machine may be to blame: what keeps it busy takes its time.

use std::thread;
use std::time::Duration;

use anyhow::Result;

/// How often something is done until it is as it should be.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How often, at the most.
    pub runs: u32,
    /// How long the first pause is; each further one is twice as long, up to eight times.
    pub pause: Duration,
}

impl Patience {
    /// For what a learner waits for.
    pub const SHORT: Self = Self { runs: 3, pause: Duration::from_millis(300) };

    /// For the proofs of the course.
    pub const LONG: Self = Self { runs: 10, pause: Duration::from_millis(500) };

    /// What came of the first time, or of the first further time that is as it should be; else of the last.
    pub fn until<T>(
        self,
        first: T,
        is_enough: impl Fn(&T) -> bool,
        mut again: impl FnMut(T) -> Result<T>,
    ) -> Result<T> {
        let mut last = first;
        for run in 1..self.runs {
            if is_enough(&last) {
                break;
            }
            thread::sleep(self.pause * 2_u32.pow(run.min(4) - 1));
            last = again(last)?;
        }
        Ok(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOUR: Patience = Patience { runs: 4, pause: Duration::ZERO };

    fn until(enough: u32) -> u32 {
        FOUR.until(1, |run| *run >= enough, |run| Ok(run + 1)).expect("no run fails")
    }

    #[test]
    fn what_is_as_it_should_be_is_done_once() {
        assert_eq!(until(1), 1);
    }

    #[test]
    fn it_is_done_until_it_is_as_it_should_be() {
        assert_eq!(until(3), 3);
    }

    #[test]
    fn it_is_not_done_for_ever() {
        assert_eq!(until(9), 4);
    }
}
