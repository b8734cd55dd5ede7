//! Rules about quizzes.

use anyhow::Result;

use crate::book::quiz;
use crate::course::Course;
use crate::files::read;
use crate::tidy::{Complaint, includes, shown};

/// How many questions a lesson asks.
const QUESTIONS: std::ops::RangeInclusive<usize> = 2..=4;

/// A lesson asks two to four questions, and its chapter includes each of them once.
pub fn every_lesson_has_a_quiz(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        let quiz = quiz::of(lesson)?;
        let questions = quiz.questions.len();
        if !QUESTIONS.contains(&questions) {
            complaints.push(format!(
                "{}: it has {questions} questions, and a lesson asks {} to {}: write or take out \
                 some (crates/gather/quiz.toml is an example)",
                quiz.file(course),
                QUESTIONS.start(),
                QUESTIONS.end(),
            ));
        }
        let chapter = lesson.folder.join("chapter.md");
        let text = if chapter.is_file() { read(&chapter)? } else { String::new() };
        let included = includes::find(&text);
        for question in &quiz.questions {
            let part = format!("book/{}", question.part());
            let times = included.iter().filter(|include| include.path == part).count();
            if times != 1 {
                complaints.push(format!(
                    "{}: it includes the question `{}` {times} times: put {{{{#include {part}}}}} \
                     once, where it belongs",
                    shown(course, &chapter),
                    question.name,
                ));
            }
        }
    }
    Ok(complaints)
}
