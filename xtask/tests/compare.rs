//! One test per program with a twin: it does what the twin did when it was recorded.
//!
//!     cargo test -p xtask --test compare gather

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Result;
use libtest_mimic::{Arguments, Failed, Trial};
use xtask::cargo::Executables;
use xtask::compare::declared;
use xtask::compare::verdict::{Verdict, judge};
use xtask::course::{Course, Program};
use xtask::recorded;
use xtask::snapshot::test_name;
use xtask::stage::{self, Played, Scene, Terms};

fn main() -> Result<()> {
    let arguments = Arguments::from_args();
    let course: &'static Course = Box::leak(Box::new(Course::find()?));
    let is_twin = |program: &&Program| program.twin.is_some();
    let programs: Vec<&Program> = course
        .programs()
        .filter(is_twin)
        .filter(|program| is_wanted(&arguments, &test_name(program)))
        .collect();
    let wanted = if arguments.list { &[] } else { programs.as_slice() };
    let executables = recorded::build(course, wanted)?;
    let mut plays = HashMap::new();
    stage::play_built(course, &executables, wanted, Terms::default(), |scene| {
        if let Scene::Ends(played) = scene {
            plays.insert(played.program.path(), *played);
        }
    });
    let staged = Arc::new((executables, plays));
    let trial = |program: &&'static Program| {
        let (path, staged) = (program.path(), Arc::clone(&staged));
        Trial::test(test_name(program), move || is_equal(course, &staged.0, &staged.1[&path]))
    };
    let mut trials: Vec<Trial> = programs.iter().map(trial).collect();
    trials.push(Trial::test("declarations_are_right", || {
        declared::check(course).map_err(|wrong| wrong.to_string().into())
    }));
    libtest_mimic::run(&arguments, trials).exit()
}

/// What libtest would run; the other programs are neither built nor played.
fn is_wanted(arguments: &Arguments, name: &str) -> bool {
    let is = |filter: &String| if arguments.exact { name == filter } else { name.contains(filter) };
    arguments.filter.as_ref().is_none_or(is) && !arguments.skip.iter().any(is)
}

fn is_equal(course: &Course, executables: &Executables, played: &Played) -> Result<(), Failed> {
    match judge(course, executables, played, None, &[]) {
        Ok(Verdict::Equal | Verdict::Declared(_)) => Ok(()),
        Ok(Verdict::Failed(what)) => Err(format!("{}\n{what}", played.program.path()).into()),
        Err(error) => Err(format!("{}\n{error:#}", played.program.path()).into()),
    }
}
