//! What is around the work of each program here; `src/bin/beside.py` is its twin.
//!
//!     PROGRAM current_thread|multi_thread N MILLISECONDS EXTRA
//!
//! The program does its work once to warm up, then again and again until so many milliseconds are
//! over. If there are none, it does it once and does not warm up. One line goes to stdout: how often
//! it was done, how long that took on the wall and of all processors, in nanoseconds, and by how many
//! bytes the most memory that the process ever had is more than what it had before.

use std::fs;
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};
use tokio::runtime::Builder;

/// What a command line asks for.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// How many.
    pub n: usize,
    /// A pause in milliseconds, or a port: what the program needs besides.
    pub extra: u64,
}

/// Does the work as the command line says, and says what it cost.
pub fn measured<W: Future<Output = ()>>(work: impl Fn(Size) -> W) {
    let mut arguments = std::env::args().skip(1);
    let flavor = arguments.next().expect("current_thread or multi_thread");
    let mut number = || arguments.next().expect("N MILLISECONDS EXTRA").parse().expect("a number");
    let (n, milliseconds, extra): (u64, u64, u64) = (number(), number(), number());
    let size = Size { n: usize::try_from(n).expect("it fits"), extra };
    let runtime = match flavor.as_str() {
        "multi_thread" => Builder::new_multi_thread().enable_all().build(),
        _ => Builder::new_current_thread().enable_all().build(),
    };
    runtime.expect("a runtime").block_on(async {
        if milliseconds > 0 {
            work(size).await;
        }
        let before = memory("VmRSS:");
        let (wall, cpu) = (Instant::now(), computed());
        let mut times = 0;
        while times == 0 || wall.elapsed() < Duration::from_millis(milliseconds) {
            work(size).await;
            times += 1;
        }
        let (wall, cpu) = (wall.elapsed().as_nanos(), (computed() - cpu).as_nanos());
        println!("{times} {wall} {cpu} {}", memory("VmHWM:").saturating_sub(before));
    });
}

/// What all threads of this process have computed.
fn computed() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    let seconds = u64::try_from(time.tv_sec).expect("it began at 0");
    Duration::new(seconds, u32::try_from(time.tv_nsec).expect("less than a second"))
}

/// The memory of this process in bytes: what it has now (`VmRSS:`), or the most that it has had
/// (`VmHWM:`).
fn memory(field: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(field)).unwrap_or_default();
    1024 * line.split_whitespace().next().and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0)
}
