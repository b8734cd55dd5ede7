//! The files of a new lesson and of a new exercise, as they lie in `xtask/templates`.

/// A file: where it goes, from the new folder, and what it holds, with its blanks.
pub type Template = (&'static str, &'static str);

macro_rules! template {
    ($kind:literal, $from:literal) => {
        include_str!(concat!("../../templates/", $kind, "/", $from, ".txt"))
    };
}

/// What a lesson begins with, beside its exercises.
pub const LESSON: [Template; 8] = [
    ("Cargo.toml", template!("lesson", "Cargo.toml")),
    ("src/main.rs", template!("lesson", "src/main.rs")),
    ("src/main.py", template!("lesson", "src/main.py")),
    ("compile_fail/__NAME___refused.rs", template!("lesson", "compile_fail/refused.rs")),
    ("tests/compile_fail.rs", template!("lesson", "tests/compile_fail.rs")),
    ("chapter.md", template!("lesson", "chapter.md")),
    ("quiz.toml", template!("lesson", "quiz.toml")),
    ("claims.md", template!("lesson", "claims.md")),
];

/// What an exercise begins with; the learner's file is its start.
pub const EXERCISE: [Template; 8] = [
    ("checks.rs", template!("exercise", "checks.rs")),
    ("start.rs", template!("exercise", "start.rs")),
    ("exercise.rs", template!("exercise", "start.rs")),
    ("solution.rs", template!("exercise", "solution.rs")),
    ("right_other.rs", template!("exercise", "right_other.rs")),
    ("wrong_one.rs", template!("exercise", "wrong_one.rs")),
    ("wrong_other.rs", template!("exercise", "wrong_other.rs")),
    ("hints.md", template!("exercise", "hints.md")),
];

/// What a prediction begins with; the learner's file is its start.
pub const PREDICTION: [Template; 5] = [
    ("start.txt", template!("prediction", "start.txt")),
    ("exercise.txt", template!("prediction", "start.txt")),
    ("wrong_one.txt", template!("prediction", "wrong_one.txt")),
    ("wrong_other.txt", template!("prediction", "wrong_other.txt")),
    ("hints.md", template!("prediction", "hints.md")),
];

/// The table of a prediction in its lesson's manifest.
pub const PREDICTED: &str = template!("prediction", "manifest.toml");

/// The table of an exercise in its lesson's manifest, and its target.
pub const MANIFEST: [&str; 2] =
    [template!("exercise", "manifest.toml"), template!("exercise", "target.toml")];

/// Fills in the blanks.
pub fn filled(template: &str, blanks: &[(&str, &str)]) -> String {
    let fill = |text: String, (blank, word): &(&str, &str)| text.replace(blank, word);
    blanks.iter().fold(template.to_owned(), fill)
}
