//! The rule about quizzes, and what the book says of a question that it cannot make.

use std::fs;

use records::Clock;
use xtask::book::quiz;
use xtask::book::recorded::Runs;
use xtask::hash::hash;
use xtask::tidy::quizzes;

use crate::{MAIN, Tidy};

/// A quiz of two questions.
pub const QUIZ: &str = "\
[[question]]
name = \"milk\"
ask = \"What does `tea` print last?\"
about = \"cold\"
answer = { run = \"main\", line = 3 }

[[question.choice]]
says = \"`served`\"
why = \"It was\\nbrewed.\"

[[question.choice]]
says = \"`brewed`\"
why = \"<b>Not</b> yet: {{#x}}.\"

[[question]]
name = \"sugar\"
ask = \"What does rustc say?\"
answer = { compiler = \"cold\" }

[[question.choice]]
says = \"E0499\"
why = \"No.\"

[[question.choice]]
says = \"E0308: cold tea\"
why = \"Yes.\"
";

/// How the chapter includes them.
pub const PARTS: &str = "\n{{#include book/quiz-milk.html}}\n\n{{#include book/quiz-sugar.html}}\n";

/// What the program recorded, on the real clock; so nothing needs to be run.
const RUN: &str = r#"
^{"at":0,"is":"begins","version":1,"runtime":"tokio","clock":"real","threads":"one"}
^{"at":0,"is":"appears","lane":0,"kind":"root","name":"main","parent":null,"place":null}
^{"at":0,"is":"runs","lane":0}
kettle on
^{"at":0,"is":"appears","lane":1,"kind":"task","name":"brew","parent":0,"place":null}
^{"at":0,"is":"stops","lane":0}
^{"at":2030000,"is":"runs","lane":1}
brewed
^{"at":2030000,"is":"ends","lane":1,"how":"done"}
^{"at":2030000,"is":"runs","lane":0}
served
^{"at":2140000,"is":"ends","lane":0,"how":"done"}
"#;

fn recording(mark: &str, header: &str) -> String {
    let begins = format!("\u{1e}{mark}{{\"wall\":0,\"thread\":0,");
    header.to_owned() + &RUN.replace("^{", &begins)
}

/// The lesson with a run of its program, and one of its twin.
fn brewed() -> Tidy {
    let mut tidy = Tidy::new();
    tidy.lesson().programs[0].clock = Clock::Real;
    let source = hash(MAIN);
    let header = format!("{{\"source\":\"{source}\",\"printed_at\":[0,2030,2030]}}");
    tidy.write("recordings/main.tokio", &recording("tokio", &header));
    let header = format!("{{\"twin\":\"{}\",\"cpython\":\"3.11\"}}", hash("print('tea')\n"));
    tidy.write("recordings/main.recording", &recording("twin", &header));
    tidy.remove("snapshots/main.snap");
    tidy.write("explored/main.json", &explored(2, true));
    tidy.write("chapter.md", &format!("{{{{#include book/main.run.html}}}}\n{PARTS}"));
    tidy
}

fn explored(found: usize, complete: bool) -> String {
    format!(
        "{{\"source\":\"{}\",\"modes\":[{{\"mode\":\"delays\",\"schedules\":3,\"complete\":{complete},\
         \"found\":{found},\"outputs\":[]}}]}}",
        hash(MAIN)
    )
}

/// The parts, or what is wrong.
fn made(tidy: &Tidy) -> Result<Vec<String>, String> {
    let course = &tidy.course;
    let made = quiz::all(course).and_then(|quizzes| {
        let runs = Runs::of(course, &quiz::programs(&quizzes), false)?;
        quiz::made(course, &quizzes, &runs)
    });
    let made = made.map_err(|error| format!("{error:#}"))?;
    Ok(made.into_iter().map(|part| format!("{}\n{}", part.file, part.text)).collect())
}

/// The book says this of a quiz with one thing changed, and names the file.
#[track_caller]
fn fails(tidy: &Tidy, quiz: &str, complaint: &str) {
    tidy.write("quiz.toml", quiz);
    let wrong = made(tidy).expect_err("it cannot be made");
    assert!(wrong.contains("crates/tea/quiz.toml"), "{wrong}");
    assert!(wrong.contains(complaint), "no `{complaint}` in `{wrong}`");
}

#[track_caller]
fn changed(from: &str, to: &str, complaint: &str) {
    let quiz = QUIZ.replacen(from, to, 1);
    assert_ne!(quiz, QUIZ);
    fails(&brewed(), &quiz, complaint);
}

/// An answer in place of that of `milk`.
#[track_caller]
fn answered(answer: &str, complaint: &str) {
    changed("{ run = \"main\", line = 3 }", answer, complaint);
}

/// This answer is taken from the run, and `says` says it.
#[track_caller]
fn says(answer: &str, says: &str) {
    let tidy = brewed();
    let quiz = QUIZ.replacen("{ run = \"main\", line = 3 }", answer, 1);
    tidy.write("quiz.toml", &quiz.replacen("`served`", says, 1));
    let parts = made(&tidy).expect("made");
    let right = parts[0].lines().find(|line| line.contains("<b>Right.</b>")).expect("one is right");
    assert!(right.contains("It was brewed."), "{right}");
}

#[test]
fn a_question_is_a_part_of_the_page() {
    let parts = made(&brewed()).expect("made");
    let (milk, sugar) = (&parts[0], &parts[1]);
    assert!(milk.starts_with("crates/tea/book/quiz-milk.html\n<!-- Made by"), "{milk}");
    assert!(milk.contains("<legend>What does <code>tea</code> print last?</legend>"), "{milk}");
    assert!(milk.contains("refused.html#cold"), "{milk}");
    assert!(milk.contains("<b>Right.</b> It was brewed."), "{milk}");
    assert!(
        milk.contains("<b>Not so.</b> &lt;b&gt;Not&lt;/b&gt; yet: &#123;&#123;#x}}."),
        "{milk}"
    );
    assert!(milk.contains("The run shows it: <a href=\"#main\">"), "{milk}");
    assert!(sugar.contains("<b>Right.</b> Yes."), "{sugar}");
    for part in parts {
        assert!(part.lines().all(|line| !line.trim().is_empty()), "a blank line in {part}");
    }
}

#[test]
fn an_answer_is_taken_from_the_run() {
    says("{ run = \"main\", line = 1 }", "kettle  on");
    says("{ run = \"main\", line = 2, mark = true }", "because");
    says("{ run = \"main\", line = 2, at = true }", "2 s");
    says("{ run = \"main\", lane_of = 2 }", "`brew`");
    says("{ run = \"main\", lasts = true }", "2.1 s");
    says("{ run = \"main\", lines = true }", "3 lines");
    says("{ run = \"main\", lines = true }", "3");
    says("{ twin = \"main\", line = 3 }", "served");
    says("{ explored = \"main\", outputs = true }", "2 outputs");
    says("{ choice = 1, shown_by = \"main\" }", "whatever");
}

#[test]
fn a_file_that_is_none() {
    fails(&brewed(), "[[question]]\nasks = 1\n", "unknown field `asks`");
    fails(&brewed(), "[question\n", "reading the quiz");
}

#[test]
fn a_name_that_is_no_part_of_a_file() {
    changed("milk", "milk & tea", "question `milk & tea`: a name holds small letters");
}

#[test]
fn two_questions_of_one_name() {
    changed("sugar", "milk", "question `milk`: another question is called so");
}

#[test]
fn a_question_that_asks_nothing() {
    changed("What does rustc say?", " ", "question `sugar`: it asks nothing");
}

#[test]
fn a_question_of_one_choice() {
    let (quiz, _) = QUIZ.rsplit_once("[[question.choice]]").expect("there are some");
    fails(&brewed(), quiz, "question `sugar`: it needs two choices or more");
}

#[test]
fn a_choice_without_a_reason() {
    changed("It was\\nbrewed.", "", "question `milk`: choice 1 says nothing or gives no reason");
}

#[test]
fn two_choices_that_say_the_same() {
    changed("`brewed`", "served", "question `milk`: two choices say `served`");
}

#[test]
fn no_choice_that_says_the_answer() {
    changed("`served`", "poured", "no choice says its answer, `served`");
    changed("E0308: cold tea", "E0308: tea", "its answer, `E0308` or `E0308: cold tea`");
}

#[test]
fn two_choices_that_say_the_answer() {
    changed("E0499", "E0308", "question `sugar`: choices 1 and 2 say its answer");
}

#[test]
fn an_answer_of_no_form() {
    let form = "its answer has none of the forms";
    answered("{ run = \"main\" }", form);
    answered("{ run = \"main\", line = 3, lasts = true }", form);
    answered("{ run = 1, line = 3 }", form);
    answered("{ run = \"main\", lasts = false }", form);
    answered("{ choice = 1 }", form);
}

#[test]
fn an_answer_of_no_program() {
    answered("{ run = \"gone\", line = 3 }", "`gone` is no program of the lesson; there are main");
    answered("{ compiler = \"gone\" }", "`gone` is no program in compile_fail/; there are cold");
    answered("{ choice = 1, shown_by = \"gone\" }", "`gone` is no program of the lesson");
    changed("about = \"cold\"", "about = \"gone\"", "`gone` is no program of the lesson");
}

#[test]
fn an_answer_of_no_line() {
    answered("{ run = \"main\", line = 4 }", "there is no line 4: it prints 3 lines, from 1");
    answered("{ run = \"main\", line = 0 }", "there is no line 0");
    answered(
        "{ run = \"main\", line = 1, mark = true }",
        "line 1 has no mark: ask for a later line",
    );
}

#[test]
fn an_answer_that_is_no_choice() {
    answered("{ choice = 3, shown_by = \"main\" }", "its answer is choice 3, and it has 2");
    answered("{ choice = 0, shown_by = \"main\" }", "its answer is choice 0");
}

#[test]
fn an_answer_of_a_program_that_the_page_does_not_show() {
    let tidy = brewed();
    tidy.write("chapter.md", PARTS);
    fails(&tidy, QUIZ, "put {{#include book/main.run.html}} into chapter.md");
}

#[test]
fn an_answer_of_no_twin() {
    let mut tidy = brewed();
    tidy.lesson().programs[0].twin = None;
    let quiz = QUIZ.replacen("run =", "twin =", 1);
    fails(&tidy, &quiz, "`main` has no twin: ask for `run`");
    let tidy = brewed();
    tidy.write("src/main.py", "print('coffee')\n");
    fails(&tidy, &quiz, "cargo xtask compare tea/main --live --accept");
}

#[test]
fn an_answer_that_nobody_explored() {
    let quiz = QUIZ.replacen("run = \"main\", line = 3", "explored = \"main\", outputs = true", 1);
    let explored = |text: &str| {
        let tidy = brewed();
        tidy.write("explored/main.json", text);
        tidy
    };
    let tidy = brewed();
    tidy.remove("explored/main.json");
    fails(&tidy, &quiz, "cargo xtask explore tea/main --keep");
    fails(&explored(&self::explored(2, false)), &quiz, "nobody knows how many outputs");
    let none = format!("{{\"source\":\"{}\",\"not_modelled\":\"it has a kettle\"}}", hash(MAIN));
    fails(&explored(&none), &quiz, "cannot be explored (it has a kettle)");
    answered("{ explored = \"main\", free = true }", "was not explored without the clock");
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let quiz = QUIZ.replace("`served`", "poured").replace("E0308: cold", "E0308: hot");
    let tidy = brewed();
    fails(&tidy, &quiz, "question `milk`");
    fails(&tidy, &quiz, "question `sugar`");
}

#[test]
fn a_lesson_without_a_quiz() {
    let tidy = Tidy::new();
    tidy.remove("quiz.toml");
    tidy.breaks(quizzes::every_lesson_has_a_quiz, "crates/tea/quiz.toml: it has 0 questions");
}

#[test]
fn a_question_that_no_chapter_includes() {
    let tidy = Tidy::new();
    let chapter = tidy.course.root.join("crates/tea/chapter.md");
    let text = fs::read_to_string(chapter).expect("read");
    tidy.write("chapter.md", &text.replace("quiz-milk", "quiz-tea"));
    tidy.breaks(
        quizzes::every_lesson_has_a_quiz,
        "crates/tea/chapter.md: it includes the question `milk` 0 times: put {{#include book/quiz-milk.html}}",
    );
}
