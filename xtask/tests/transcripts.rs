//! One test per program: what it prints, when and in which order is what its snapshot says.
//!
//!     cargo test -p xtask --test transcripts gather

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use anyhow::Result;
use libtest_mimic::{Arguments, Failed, Trial};
use xtask::course::{Course, Program};
use xtask::snapshot::{self, test_name};
use xtask::stage::{self, Played, Terms};
use xtask::test::{complaint, play_again};

fn main() -> Result<()> {
    let arguments = Arguments::from_args();
    // insta says what differs, then panics; where in insta that is helps nobody.
    std::panic::set_hook(Box::new(|_| {}));
    let course: &'static Course = Box::leak(Box::new(Course::find()?));
    let programs: Vec<&Program> =
        course.programs().filter(|program| is_wanted(&arguments, &test_name(program))).collect();
    let mut plays = HashMap::new();
    if !arguments.list {
        for played in stage::play_quietly(course, &programs, Terms::default())? {
            let played = play_again(course, &played).unwrap_or(played);
            plays.insert(played.program.path(), played);
        }
    }
    let plays = Arc::new(plays);
    let trial = |program: &&'static Program| {
        let (program, plays) = (*program, Arc::clone(&plays));
        Trial::test(test_name(program), move || assert(course, &plays[&program.path()]))
    };
    libtest_mimic::run(&arguments, programs.iter().map(trial).collect()).exit()
}

/// What libtest would run; the other programs are neither built nor played.
fn is_wanted(arguments: &Arguments, name: &str) -> bool {
    let is = |filter: &String| if arguments.exact { name == filter } else { name.contains(filter) };
    arguments.filter.as_ref().is_none_or(is) && !arguments.skip.iter().any(is)
}

fn assert(course: &Course, played: &Played) -> Result<(), Failed> {
    let program = played.program;
    let (None, Some(play)) = (&played.trouble, &played.play) else {
        let what = complaint(course, played).unwrap_or_default();
        return Err(format!("{}\n{what}", program.path()).into());
    };
    let what = complaint(course, played);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(course.root.join(&program.snapshot).with_file_name(""));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let text = snapshot::text(&play.recording);
    let holds = || settings.bind(|| insta::assert_snapshot!(program.name.as_str(), text));
    catch_unwind(AssertUnwindSafe(holds))
        .map_err(|_| format!("{}\n{}", program.path(), what.unwrap_or_default()).into())
}
