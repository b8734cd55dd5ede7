//! `cargo xtask learn`: opens an exercise, waits for saves and keys, and says after each save what the
//! answer is.
//!
//! A thread each for the keys (`keys`), for the file (`watch`) and for the run under way
//! (`work`) tell the `session` what happens; it alone writes to the screen, and only below what is
//! there already: whoever reads line by line, or hears the lines, misses nothing.

use std::io;
use std::sync::Arc;
use std::sync::mpsc;

use anyhow::{Result, bail};

use crate::course::Course;
use crate::exercises::progress::Progress;
use crate::exercises::{self, Exercise};
use crate::{Outcome, children};

mod keys;
mod list;
mod page;
mod screen;
mod session;
mod watch;
mod work;

use session::Session;

/// What the session is told.
enum Event {
    /// A key was pressed.
    Key(char),
    /// There are no keys to come: stdin is closed.
    NoKeys,
    /// The learner's file has changed, as the watch of this number saw.
    Saved(u32, watch::Save),
    /// The run of this number has this to show, and goes on.
    Told(u32, String),
    /// The run of this number is over.
    Checked(u32, work::Checked),
}

/// Carries a learner through the exercises, from the one that is `wanted`, or else from the first that
/// is not solved.
pub fn learn(course: &Course, wanted: Option<&str>) -> Result<Outcome> {
    children::end_with_the_runner_after(keys::restore)?;
    let all: Vec<Exercise> = course.exercises().cloned().collect();
    let (progress, notices) = Progress::load(course)?;
    let first = first(course, &all, &progress, wanted)?;
    let (tell, news) = mpsc::channel();
    // Dropped on every way out of here, it gives the terminal back.
    let keys = keys::Keys::listen(&tell)?;
    let mut session = Session::new(Arc::new(course.clone()), all, progress, tell, keys.is_some());
    let ended = session.begin(first, &notices).and_then(|()| session.run(&news));
    match ended {
        // Whoever read the screen has gone: nobody is left to be told.
        Err(error) if is_closed(&error) => Ok(Outcome::Fine),
        ended => ended.map(|()| Outcome::Fine),
    }
}

fn is_closed(error: &anyhow::Error) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// The place of the exercise to begin with.
fn first(
    course: &Course,
    all: &[Exercise],
    progress: &Progress,
    wanted: Option<&str>,
) -> Result<usize> {
    let chosen = exercises::choose(course, wanted)?;
    let place = |exercise: &Exercise| all.iter().position(|each| each.path() == exercise.path());
    for exercise in &chosen {
        if chosen.len() == 1 || !progress.state(exercise)?.is_solved() {
            return Ok(place(exercise).unwrap_or_default());
        }
    }
    match chosen.first() {
        Some(exercise) => Ok(place(exercise).unwrap_or_default()),
        None => bail!("there is no exercise in {}", wanted.unwrap_or("this course")),
    }
}
