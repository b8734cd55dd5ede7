//! How much of the time on the wall a process had to itself: for as long as it waited for a core that
//! others had, it could do nothing.

use std::num::NonZero;
use std::thread;
use std::time::Duration;

/// How many times its limit a process may take on the wall, however long it waits for a core.
const PATIENCE: u32 = 6;

/// What a thread has had of the cores, as the system tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Share {
    had: Duration,
    waited: Duration,
}

/// Whether a process that was started so long ago has had all of its time.
pub fn is_over(process: u32, elapsed: Duration, limit: Duration) -> bool {
    elapsed >= limit && has_had(limit, elapsed, &shares(process), cores())
}

/// How long a process has waited for a core; nothing where the system does not tell.
pub fn waited(process: u32) -> Option<Duration> {
    shares(process).iter().map(|share| share.waited).max()
}

/// The threads of a process wait side by side, and for each other, too: what they have had together is
/// its own in any case.
fn has_had(limit: Duration, elapsed: Duration, shares: &[Share], cores: u32) -> bool {
    let waited = shares.iter().map(|share| share.waited).max().unwrap_or_default();
    let had = shares.iter().map(|share| share.had).sum::<Duration>() / cores;
    let own = elapsed.saturating_sub(waited).max(had);
    own >= limit || elapsed >= limit.saturating_mul(PATIENCE)
}

fn shares(process: u32) -> Vec<Share> {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten();
    let texts = threads
        .flatten()
        .filter_map(|thread| std::fs::read_to_string(thread.path().join("schedstat")).ok());
    texts.filter_map(|text| share(&text)).collect()
}

/// On a core and waiting for one, both in nanoseconds; and how often.
fn share(schedstat: &str) -> Option<Share> {
    let mut fields = schedstat.split_whitespace().map(|field| field.parse().ok());
    let mut next = || fields.next().flatten().map(Duration::from_nanos);
    Some(Share { had: next()?, waited: next()? })
}

fn cores() -> u32 {
    thread::available_parallelism().map_or(1, NonZero::get).try_into().unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Duration = Duration::from_secs(10);

    fn threads(shares: &[(u64, u64)]) -> Vec<Share> {
        let seconds = Duration::from_secs;
        shares
            .iter()
            .map(|(had, waited)| Share { had: seconds(*had), waited: seconds(*waited) })
            .collect()
    }

    /// Whether a process with these threads has had its ten seconds after so many on the wall, on two
    /// cores.
    fn has_had_all(elapsed: u64, shares: &[(u64, u64)]) -> bool {
        has_had(LIMIT, Duration::from_secs(elapsed), &threads(shares), 2)
    }

    #[test]
    fn who_waits_for_a_core_has_time_left() {
        assert!(has_had_all(10, &[(1, 0)]));
        assert!(!has_had_all(10, &[(1, 3)]));
        assert!(has_had_all(13, &[(1, 3)]));
    }

    #[test]
    fn who_waits_for_ever_is_ended_all_the_same() {
        assert!(!has_had_all(59, &[(1, 58)]));
        assert!(has_had_all(60, &[(1, 59)]));
    }

    #[test]
    fn threads_that_wait_for_each_other_have_had_the_cores() {
        let eight = [(3, 9); 8];
        assert!(has_had_all(12, &eight));
        assert!(!has_had_all(12, &[(1, 9); 8]));
    }

    #[test]
    fn where_the_system_does_not_tell_it_is_the_time_on_the_wall() {
        assert!(has_had_all(10, &[]));
        assert_eq!(share(""), None);
    }

    #[test]
    fn what_the_system_tells() {
        let share = share("74321 1500 12\n").expect("three numbers");
        assert_eq!(
            (share.had, share.waited),
            (Duration::from_nanos(74_321), Duration::from_nanos(1500))
        );
    }

    #[test]
    fn it_is_told_of_this_process_where_it_is_told_at_all() {
        if !std::path::Path::new("/proc/self/schedstat").exists() {
            return;
        }
        assert!(waited(std::process::id()).is_some());
        assert!(!is_over(std::process::id(), Duration::ZERO, LIMIT));
    }
}
