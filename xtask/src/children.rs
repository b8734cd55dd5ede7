//! Child processes in groups of their own, of which none outlives the runner.

use std::io;
use std::process::{ChildStderr, ChildStdout, Command, ExitStatus};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};
use process_wrap::std::{ChildWrapper, CommandWrap, ProcessGroup};

/// The exit code of a shell command that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

type Child = Arc<Mutex<Box<dyn ChildWrapper>>>;

/// The groups that have not ended.
static UNDER_WAY: Mutex<Vec<Child>> = Mutex::new(Vec::new());

/// A child and all that it starts. Dropped, it is killed and reaped.
pub struct Group {
    child: Child,
}

impl Group {
    /// Starts a command as the leader of a new group.
    pub fn start(command: Command) -> io::Result<Self> {
        let mut command = CommandWrap::from(command);
        command.wrap(ProcessGroup::leader());
        let mut under_way = held(&UNDER_WAY);
        let child = Arc::new(Mutex::new(command.spawn()?));
        under_way.push(Arc::clone(&child));
        Ok(Self { child })
    }

    /// The child's stdout and stderr, if they are pipes.
    pub fn pipes(&self) -> Option<(ChildStdout, ChildStderr)> {
        let mut child = held(&self.child);
        Some((child.stdout().take()?, child.stderr().take()?))
    }

    /// The leader's process id, which is the group's.
    pub fn id(&self) -> u32 {
        held(&self.child).id()
    }

    /// How the leader ended, if it has.
    pub fn ended(&self) -> io::Result<Option<ExitStatus>> {
        held(&self.child).try_wait()
    }

    /// Kills what is left of the group and reaps the leader.
    pub fn end(&self) -> io::Result<ExitStatus> {
        let mut child = held(&self.child);
        // Nothing is left if the leader has ended and started nothing: no error.
        let _ = child.start_kill();
        child.wait()
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let _ = self.end();
        held(&UNDER_WAY).retain(|child| !Arc::ptr_eq(child, &self.child));
    }
}

/// From now on Ctrl-C, and whatever else asks the runner to end, kills all groups under way.
pub fn end_with_the_runner() -> Result<()> {
    ctrlc::set_handler(|| {
        let under_way = held(&UNDER_WAY);
        for child in under_way.iter() {
            let _ = held(child).start_kill();
        }
        // The lock is still held: no group starts any more.
        std::process::exit(INTERRUPTED)
    })
    .context("asking to be told of Ctrl-C")
}

/// Locks; what a panic in another thread has left behind is good enough.
pub(crate) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
