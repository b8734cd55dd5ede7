//! The quizzes. `crates/LESSON/quiz.toml` asks, and each question becomes a part of the page that the
//! chapter includes where it belongs: `{{#include book/quiz-NAME.html}}`.
//!
//! ```toml
//! [[question]]
//! name = "join_order"                    # of no other question of the course
//! ask = "What does `tokio::join!` print first at two seconds?"
//! about = "join_rotates"                 # a program on the page, or one that rustc refuses
//! answer = { run = "join_rotates", line = 4 }
//!
//! [[question.choice]]
//! says = "`Data fetched from https://api.example.com/data2`"
//! why = "The second poll of `join!` begins with the second branch."
//!
//! [[question.choice]]
//! says = "`Data fetched from https://api.example.com/data1`"
//! why = "So does `gather`."
//! ```
//!
//! The answer is what a run or the compiler says, and the choice that says the same is right; the
//! forms that it may have stand in [`answer`]. What no run can say is for the reader to decide: then
//! `answer = { choice = 2, shown_by = "PROGRAM" }`.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};
use serde::Deserialize;

use super::recorded::Runs;
use super::{Made, REFRESH};
use crate::course::{Course, Lesson, Program};
use crate::tidy;

pub mod answer;
mod page;

use answer::{Answer, Derived, Known, Value};

/// The file of a lesson's questions.
const FILE: &str = "quiz.toml";

/// A question as it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its name.
    pub name: String,
    /// What is asked; `code` stands between backquotes, here and in the choices.
    pub ask: String,
    /// The program that it is about.
    pub about: Option<String>,
    /// Where the answer is taken from.
    pub answer: BTreeMap<String, Value>,
    /// What may be answered.
    #[serde(default)]
    pub choice: Vec<Choice>,
}

/// What may be answered.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The answer.
    pub says: String,
    /// Why it is right, or not.
    pub why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    question: Vec<Question>,
}

/// A lesson and its questions.
#[derive(Clone, Debug)]
pub struct Quiz<'a> {
    /// The lesson.
    pub lesson: &'a Lesson,
    /// Its questions, in their order.
    pub questions: Vec<Question>,
}

impl Question {
    /// The name of its part of the page.
    pub fn part(&self) -> String {
        format!("quiz-{}.html", self.name)
    }

    /// What is wrong with its form, if anything is.
    fn misuse(&self) -> Option<String> {
        let is_name = |letter: char| letter.is_ascii_lowercase() || "-_0123456789".contains(letter);
        let empty = |text: &str| text.trim().is_empty();
        if empty(&self.name) || !self.name.chars().all(is_name) {
            return Some("a name holds small letters, digits, `_` and `-`, nothing else".into());
        }
        if empty(&self.ask) {
            return Some("it asks nothing: write `ask`".into());
        }
        if !self.ask.contains('?') {
            return Some("it tells and does not ask: end `ask` with a question".into());
        }
        if self.choice.len() < 2 {
            return Some("it needs two choices or more: write [[question.choice]]".into());
        }
        if let Some(number) = self.choice.iter().position(|c| empty(&c.says) || empty(&c.why)) {
            let number = number + 1;
            return Some(format!(
                "choice {number} says nothing or gives no reason: write `says` and `why`"
            ));
        }
        let says: Vec<String> = self.choice.iter().map(|choice| plain(&choice.says)).collect();
        let doubled =
            says.iter().enumerate().find(|(place, says_it)| says[..*place].contains(says_it));
        doubled.map(|(_, says)| format!("two choices say `{says}`: take one out"))
    }
}

/// The questions of a lesson; none if it has no such file.
///
/// # Errors
///
/// If the file is not what [the module](self) says.
pub fn of(lesson: &Lesson) -> Result<Quiz<'_>> {
    let file = lesson.folder.join(FILE);
    let mut questions = Vec::new();
    if file.is_file() {
        let read: File = basic_toml::from_str(&tidy::read(&file)?).with_context(|| {
            format!("reading the quiz {file}; its form stands in xtask/src/book/quiz.rs")
        })?;
        questions = read.question;
    }
    Ok(Quiz { lesson, questions })
}

/// All quizzes of the course.
///
/// # Errors
///
/// If one of them is not what [the module](self) says; each such question is named.
pub fn all(course: &Course) -> Result<Vec<Quiz<'_>>> {
    let quizzes = course.lessons.iter().map(of).collect::<Result<Vec<Quiz>>>()?;
    let mut wrong = Vec::new();
    let mut names = Vec::new();
    for quiz in &quizzes {
        for question in &quiz.questions {
            wrong.extend(question.misuse().map(|why| quiz.complaint(course, question, &why)));
            if names.contains(&&question.name) {
                let why = "another question is called so: rename one";
                wrong.push(quiz.complaint(course, question, why));
            }
            names.push(&question.name);
        }
    }
    match wrong.is_empty() {
        true => Ok(quizzes),
        false => bail!("{}", wrong.join("\n")),
    }
}

/// The programs that the answers are taken from.
pub fn programs<'a>(quizzes: &[Quiz<'a>]) -> Vec<&'a Program> {
    let mut programs = Vec::new();
    for quiz in quizzes {
        for question in &quiz.questions {
            let Ok(Answer::Run { program, twin: false, .. }) = Answer::of(&question.answer) else {
                continue;
            };
            programs.extend(quiz.lesson.programs.iter().find(|known| known.name == program));
        }
    }
    programs
}

/// The parts of the pages.
///
/// # Errors
///
/// If an answer cannot be taken from where it is to come from, or not one choice says it; each such
/// question is named.
pub fn made(course: &Course, quizzes: &[Quiz<'_>], runs: &Runs) -> Result<Vec<Made>> {
    let (mut made, mut wrong) = (Vec::new(), Vec::new());
    for quiz in quizzes {
        let known = Known { course, lesson: quiz.lesson, runs };
        for question in &quiz.questions {
            match part(&known, question) {
                Ok(part) => made.push(part),
                Err(error) => wrong.push(quiz.complaint(course, question, &format!("{error:#}"))),
            }
        }
    }
    match wrong.is_empty() {
        true => Ok(made),
        false => bail!("{}\nThen: {REFRESH}", wrong.join("\n")),
    }
}

fn part(known: &Known<'_>, question: &Question) -> Result<Made> {
    let derived = Answer::of(&question.answer)?.derive(known)?;
    let right = right(question, &derived)?;
    let about = question.about.as_deref().map(|name| known.place(name)).transpose()?;
    let html = page::html(question, right, about.as_ref(), &derived.shown_by);
    Ok(super::part(known.lesson, &question.part(), html))
}

/// The place of the choice that says the answer.
fn right(question: &Question, derived: &Derived) -> Result<usize> {
    let choices = &question.choice;
    if let Some(number) = derived.choice {
        if number == 0 || number > choices.len() {
            bail!("its answer is choice {number}, and it has {}: mend the number", choices.len());
        }
        return Ok(number - 1);
    }
    let says = |choice: &Choice| derived.says.iter().any(|says| plain(says) == plain(&choice.says));
    let right: Vec<usize> = (0..choices.len()).filter(|place| says(&choices[*place])).collect();
    let answer = derived.says.join("` or `");
    match right[..] {
        [right] => Ok(right),
        [] => bail!(
            "no choice says its answer, `{answer}`: write one that does, or ask for something else"
        ),
        _ => {
            let numbers: Vec<String> = right.iter().map(|place| (place + 1).to_string()).collect();
            bail!("choices {} say its answer, `{answer}`: leave one of them", numbers.join(" and "))
        }
    }
}

impl Quiz<'_> {
    /// The file, from the workspace's folder.
    pub fn file(&self, course: &Course) -> Utf8PathBuf {
        course.shown(&self.lesson.folder.join(FILE)).to_owned()
    }

    fn complaint(&self, course: &Course, question: &Question, why: &str) -> String {
        let file: &Utf8Path = &self.file(course);
        format!("{file}: question `{}`: {why}", question.name)
    }
}

/// A text without its backquotes, on one line.
fn plain(text: &str) -> String {
    text.replace('`', "").split_whitespace().collect::<Vec<_>>().join(" ")
}
