//! `cargo xtask check`: judges the learner's answers, and remembers which pass.

use anyhow::Result;

use super::check::{Checked, Ready, report};
use super::json::Answer;
use super::luck;
use super::progress::{self, Progress};
use super::verdict::Name;
use super::workshop::{self, Candidate};
use super::{Exercise, Kind, predict};
use crate::course::Course;
use crate::show::indented;
use crate::{Outcome, show};

/// How answers are checked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Request {
    /// Says what came of it as data.
    pub json: bool,
    /// Leaves out what passed before and is unchanged.
    pub skip_passed: bool,
}

/// Checks the learner's answers. They are built lesson by lesson, so that one call of cargo is enough
/// for each.
pub fn check(course: &Course, exercises: &[&Exercise], request: Request) -> Result<Outcome> {
    let progress = progress::or_say(course);
    let mut round = Round { course, request, progress, answers: Vec::new() };
    for lesson in &course.lessons {
        let of_lesson = exercises.iter().copied().filter(|each| each.lesson == lesson.name);
        round.check(&of_lesson.collect::<Vec<_>>())?;
    }
    let answers = round.answers;
    let is_right = |answer: &&Answer| answer.right;
    let right = answers.iter().filter(is_right).count();
    if request.json {
        show::print(&super::json::checks(&answers)?);
    } else if answers.len() > 1 {
        let remembered = answers.iter().filter(|answer| answer.remembered).count();
        let mut text = format!("{right} of {} right.\n", answers.len());
        if remembered > 0 {
            text +=
                &format!("{remembered} passed before and did not run: --again runs them too.\n");
        }
        show::print(&text);
    }
    Ok(if right == answers.len() { Outcome::Fine } else { Outcome::Failed })
}

/// A call of the command.
struct Round<'a> {
    course: &'a Course,
    request: Request,
    progress: Option<Progress>,
    answers: Vec<Answer>,
}

impl Round<'_> {
    fn check(&mut self, exercises: &[&Exercise]) -> Result<()> {
        let ready: Vec<_> = exercises
            .iter()
            .map(|exercise| (*exercise, (!self.is_passed(exercise)).then(|| Ready::of(exercise))))
            .collect();
        let is_built = |ready: &&Ready| ready.without_code.is_none();
        let to_build = ready.iter().filter_map(|(_, ready)| ready.as_ref()?.as_ref().ok());
        let to_build: Vec<Candidate> =
            to_build.filter(is_built).map(|ready| ready.candidate.clone()).collect();
        let mut built = Vec::new();
        if !to_build.is_empty() {
            built = workshop::build(self.course, &to_build)?;
        }
        let mut built = built.into_iter();
        for (exercise, ready) in ready {
            let Some(ready) = ready else {
                self.skip(exercise);
                continue;
            };
            let checked = ready.and_then(|ready| {
                let own = if is_built(&&ready) { built.next() } else { None };
                ready.judge(self.course, own.unwrap_or_default())
            });
            match checked {
                Ok(checked) => self.tell(exercise, checked)?,
                Err(error) => self.complain(exercise, &error),
            }
        }
        Ok(())
    }

    /// Whether an exercise passed and need not run. What cannot be read says so when it is judged.
    fn is_passed(&self, exercise: &Exercise) -> bool {
        let known = self.progress.as_ref().filter(|_| self.request.skip_passed);
        known.is_some_and(|progress| progress.is_passed(exercise).unwrap_or(false))
    }

    fn skip(&mut self, exercise: &Exercise) {
        if !self.request.json {
            let (path, right) = (show::heading(exercise.path()), show::success(Name::Right.text()));
            show::print(&format!("{path}  {right}, and unchanged since it passed\n"));
        }
        self.answers.push(Answer::remembered(exercise));
    }

    /// Other schedules are tried when the verdict on this one is on the screen.
    fn tell(&mut self, exercise: &Exercise, mut checked: Checked) -> Result<()> {
        if !self.request.json {
            show::print(&report(self.course, exercise, &checked));
        }
        let is_prediction = exercise.kind == Kind::Predict;
        if is_prediction && checked.judgement.verdict.is_right() && !self.request.json {
            show::print(&predict::run::drawn(self.course, exercise)?);
        }
        if checked.may_be_luck && !self.request.json {
            show::print(&indented(luck::TRYING));
        }
        let luck = luck::follow_up(self.course, exercise, &mut checked)?;
        if let Some(luck) = luck.filter(|_| !self.request.json) {
            show::print(&luck.said());
        }
        self.answers.push(Answer::judged(exercise, &checked));
        if let Some(progress) = &mut self.progress {
            progress::said(progress.learn(exercise, &checked));
        }
        Ok(())
    }

    /// One exercise that cannot be judged keeps no other from it.
    fn complain(&mut self, exercise: &Exercise, error: &anyhow::Error) {
        let path = exercise.path();
        anstream::eprintln!("{}: {path}: {error:#}", show::failure("not judged"));
        self.answers.push(Answer::not_judged(exercise, error));
    }
}
