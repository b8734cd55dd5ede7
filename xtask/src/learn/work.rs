//! The run under way: one at a time, in a thread of its own, and killed when it is not wanted any more.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use super::{Event, page};
use crate::children;
use crate::course::Course;
use crate::exercises::{Exercise, check, luck, predict};

/// What came of a run.
pub type Checked = Result<Box<check::Checked>>;

/// How long a run that was killed may take to be over.
const PATIENCE: Duration = Duration::from_secs(2);

/// The runs: which is under way, and whether another waits for its end.
pub struct Runs {
    course: Arc<Course>,
    tell: Sender<Event>,
    number: u32,
    thread: Option<thread::JoinHandle<()>>,
    began: Instant,
    /// What to run once the run under way, which nobody wants any more, is over.
    next: Option<Exercise>,
    is_cancelled: bool,
}

impl Runs {
    /// None yet.
    pub fn new(course: Arc<Course>, tell: Sender<Event>) -> Self {
        Self {
            course,
            tell,
            number: 0,
            thread: None,
            began: Instant::now(),
            next: None,
            is_cancelled: false,
        }
    }

    /// Has an answer checked. A run under way is stopped; returns whether one was.
    pub fn start(&mut self, exercise: &Exercise) -> bool {
        if self.thread.is_some() {
            self.next = Some(exercise.clone());
            self.is_cancelled = true;
            self.kill();
            return true;
        }
        self.launch(exercise.clone());
        false
    }

    /// Stops the run under way, if there is one; says whether there was.
    pub fn cancel(&mut self) -> bool {
        self.next = None;
        self.is_cancelled |= self.thread.is_some();
        self.kill();
        self.is_cancelled
    }

    /// Whether what the run of this number has to show is wanted.
    pub fn is_wanted(&self, number: u32) -> bool {
        number == self.number && !self.is_cancelled
    }

    /// A run is over: whether what came of it is wanted.
    pub fn is_over(&mut self, number: u32) -> bool {
        if number != self.number {
            return false;
        }
        if let Some(thread) = self.thread.take() {
            // It has told what it had to tell, as the last thing that it does.
            let _ = thread.join();
        }
        let was_cancelled = std::mem::take(&mut self.is_cancelled);
        if let Some(next) = self.next.take() {
            self.launch(next);
        }
        !was_cancelled
    }

    /// Kills what a run that is not wanted has started since: it may have been between two steps.
    pub fn kill(&self) {
        if self.is_cancelled {
            children::kill_all();
        }
    }

    /// Whether a run is being stopped.
    pub fn is_stopping(&self) -> bool {
        self.is_cancelled
    }

    /// For how long the run that is wanted has been under way.
    pub fn under_way(&self) -> Option<Duration> {
        (self.thread.is_some() && !self.is_cancelled).then(|| self.began.elapsed())
    }

    fn launch(&mut self, exercise: Exercise) {
        self.number += 1;
        self.began = Instant::now();
        let (number, course, tell) = (self.number, Arc::clone(&self.course), self.tell.clone());
        self.thread = Some(thread::spawn(move || {
            let say = |text| {
                // Nobody listens once the session is over.
                let _ = tell.send(Event::Told(number, text));
            };
            let checked = catch_unwind(AssertUnwindSafe(|| checked(&course, &exercise, &say)));
            let checked = checked.unwrap_or_else(|_| {
                let path = exercise.path();
                Err(anyhow!("checking {path}: the runner itself panicked; its words are above"))
            });
            // Nobody listens once the session is over.
            let _ = tell.send(Event::Checked(number, checked.map(Box::new)));
        }));
    }
}

/// Checks an answer, and says what came of it as soon as it is known; then whatever takes longer.
fn checked(course: &Course, exercise: &Exercise, say: &dyn Fn(String)) -> Result<check::Checked> {
    let mut checked = check::checked(course, exercise)?;
    say(page::checked(course, exercise, &checked));
    if !checked.judgement.verdict.is_right() {
        return Ok(checked);
    }
    if !exercise.is_code() {
        say(page::program(&predict::run::drawn(course, exercise)?));
        return Ok(checked);
    }
    if checked.may_be_luck {
        say(page::other_schedules());
    }
    match luck::follow_up(course, exercise, &mut checked) {
        Ok(Some(tried)) => say(tried.said()),
        Ok(None) => {}
        Err(error) => say(page::not_tried(&error)),
    }
    Ok(checked)
}

impl Drop for Runs {
    /// Nothing that a run has started outlives it.
    fn drop(&mut self) {
        let Some(thread) = self.thread.take() else { return };
        let began = Instant::now();
        while !thread.is_finished() && began.elapsed() < PATIENCE {
            children::kill_all();
            thread::sleep(Duration::from_millis(2));
        }
    }
}
