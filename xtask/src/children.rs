//! Child processes in groups of their own, of which none outlives the runner.

use std::io;
use std::process::{ChildStderr, ChildStdout, Command, ExitStatus};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use process_wrap::std::{ChildWrapper, CommandWrap, ProcessGroup};

/// The exit code of a shell command that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

type Shared = Arc<Mutex<Child>>;

/// The groups that have not been ended.
static UNDER_WAY: Mutex<Vec<Shared>> = Mutex::new(Vec::new());

struct Child {
    process: Box<dyn ChildWrapper>,
    /// Once it is ended its id can become another's: it is not to be signalled again.
    is_over: bool,
}

/// A child and all that it starts. Dropped, it is killed and reaped.
pub struct Group {
    child: Shared,
}

impl Group {
    /// Starts a command as the leader of a new group.
    pub fn start(command: Command) -> io::Result<Self> {
        let mut command = CommandWrap::from(command);
        command.wrap(ProcessGroup::leader());
        let mut under_way = held(&UNDER_WAY);
        let child = Child { process: command.spawn()?, is_over: false };
        let child = Arc::new(Mutex::new(child));
        under_way.push(Arc::clone(&child));
        Ok(Self { child })
    }

    /// The child's stdout and stderr, if they are pipes.
    pub fn pipes(&self) -> Option<(ChildStdout, ChildStderr)> {
        let process = &mut held(&self.child).process;
        Some((process.stdout().take()?, process.stderr().take()?))
    }

    /// The leader's process id, which is the group's.
    pub fn id(&self) -> u32 {
        held(&self.child).process.id()
    }

    /// The child's stdout, if it is a pipe.
    pub fn stdout(&self) -> Option<ChildStdout> {
        held(&self.child).process.stdout().take()
    }

    /// How the leader ended, if it has.
    pub fn ended(&self) -> io::Result<Option<ExitStatus>> {
        held(&self.child).process.try_wait()
    }

    /// Waits until the leader has ended by itself. Meanwhile the group can be killed.
    pub fn wait(&self) -> io::Result<ExitStatus> {
        loop {
            if let Some(status) = self.ended()? {
                return Ok(status);
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Kills what is left of the group and reaps the leader.
    pub fn end(&self) -> io::Result<ExitStatus> {
        let status = {
            let mut child = held(&self.child);
            child.kill();
            child.process.wait()
        };
        held(&UNDER_WAY).retain(|child| !Arc::ptr_eq(child, &self.child));
        status
    }
}

impl Child {
    fn kill(&mut self) {
        if !self.is_over {
            // That nothing is left to be killed is no error.
            let _ = self.process.start_kill();
            self.is_over = true;
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let _ = self.end();
    }
}

/// From now on Ctrl-C, and whatever else asks the runner to end, kills all groups under way.
pub fn end_with_the_runner() -> Result<()> {
    end_with_the_runner_after(|| {})
}

/// The same, and before the runner ends it does this.
pub fn end_with_the_runner_after(last: fn()) -> Result<()> {
    ctrlc::set_handler(move || {
        let under_way = held(&UNDER_WAY);
        for child in under_way.iter() {
            held(child).kill();
        }
        last();
        // The lock is still held: no group starts any more.
        std::process::exit(INTERRUPTED)
    })
    .context("asking to be told of Ctrl-C")
}

/// Kills all groups under way. Who waits for one learns that a signal has ended it; the runner goes on,
/// and whoever starts another group may.
pub fn kill_all() {
    for child in held(&UNDER_WAY).iter() {
        held(child).kill();
    }
}

/// Locks; what a panic in another thread has left behind is good enough.
pub(crate) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
