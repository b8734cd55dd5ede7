//! What is done with exercises.

use anyhow::Result;
use clap::Subcommand;

use crate::course::Course;
use crate::exercises::hints::{self, Which};
use crate::exercises::{bank, choose, choose_one, lesson, overview, reset, round, solution};
use crate::{Outcome, learn};

/// What is done with exercises.
#[derive(Debug, Subcommand)]
pub enum Exercises {
    /// Opens an exercise, and says after each save whether your answer is right, and why not
    ///
    /// It begins with the first exercise that is not solved yet. Keys work at any time: ? shows them.
    Learn {
        /// An exercise, or a lesson.
        #[arg(value_name = "EXERCISE")]
        exercise: Option<String>,
    },
    /// Checks your answers to exercises, and says why they are right or wrong
    ///
    /// Exits with 0 if all are right, with 1 if one is not. Of a lesson, or of all exercises, what passed
    /// before and is unchanged is not run again.
    Check {
        /// An exercise, or a lesson; all exercises if left out. A name's beginning will do.
        #[arg(value_name = "EXERCISE")]
        exercises: Option<String>,
        /// As JSON, for other tools: docs/src/runner-json.md.
        #[arg(long)]
        json: bool,
        /// Runs what passed before and is unchanged as well.
        #[arg(long)]
        again: bool,
    },
    /// Tells the next hint of an exercise
    Hint {
        /// The exercise.
        exercise: String,
        /// Tells this one; the first is 1.
        #[arg(long, value_name = "N", conflicts_with = "all")]
        level: Option<usize>,
        /// Tells all of them.
        #[arg(long)]
        all: bool,
    },
    /// Shows the solution of an exercise that is solved; of one that is not, when asked twice
    Solution {
        /// The exercise.
        exercise: String,
    },
    /// Puts an exercise back as it was at the start, and keeps what was there
    Reset {
        /// The exercise.
        exercise: String,
        /// Puts back the checks instead: checks.rs.
        #[arg(long)]
        checks: bool,
    },
    /// Says which exercises are solved, and which is next
    Progress {
        /// As JSON, for other tools: docs/src/runner-json.md.
        #[arg(long)]
        json: bool,
    },
    /// Proves that every answer the course knows, right or wrong, earns the verdict that it must
    Bank {
        /// An exercise, or a lesson; all exercises if left out.
        #[arg(value_name = "EXERCISE")]
        exercises: Option<String>,
        /// Writes down what there is to hold them against: first, in each answer.json, what the solution does
        /// under the checks beside it; then, in each runs.json, what each answer does, for the book.
        #[arg(long)]
        accept: bool,
    },
}

impl Exercises {
    /// Does it.
    pub fn run(&self, course: &Course) -> Result<Outcome> {
        match self {
            Self::Learn { exercise } => learn::learn(course, exercise.as_deref()),
            Self::Check { exercises, json, again } => {
                let wanted = choose(course, exercises.as_deref())?;
                let name = exercises.as_deref();
                let is_one = name.is_some_and(|name| lesson(course, name).is_none());
                let skip_passed = !again && !is_one;
                round::check(course, &wanted, round::Request { json: *json, skip_passed })
            }
            Self::Hint { exercise, level, all } => {
                let exercise = choose_one(course, exercise)?;
                let which = match level {
                    _ if *all => Which::All,
                    Some(level) => Which::Level(*level),
                    None => Which::Next,
                };
                hints::tell_hints(course, exercise, which)
            }
            Self::Solution { exercise } => {
                solution::solution(course, choose_one(course, exercise)?)
            }
            Self::Reset { exercise, checks } => {
                reset::reset(course, choose_one(course, exercise)?, *checks)
            }
            Self::Progress { json } => overview::overview(course, *json),
            Self::Bank { exercises, accept } => {
                let wanted = choose(course, exercises.as_deref())?;
                let complaints = bank::bank(course, &wanted, *accept)?;
                Ok(if complaints.is_empty() { Outcome::Fine } else { Outcome::Failed })
            }
        }
    }
}
