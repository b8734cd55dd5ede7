//! Whether the machine is too busy to judge by. On the real clock a time says something of an answer
//! only if the solution, played at the same moment, comes in time.

use anyhow::Result;

use super::Exercise;
use super::answer::Answer;
use super::judge;
use super::try_out;
use super::verdict::{Name, Verdict};
use super::workshop::Candidate;
use crate::course::Course;

/// The verdicts that a busy machine gives to a right answer: what comes late is waited for too long, cut
/// off, or given up.
const TIMED: [Name; 10] = [
    Name::TooLate,
    Name::TooEarly,
    Name::AwaitedInTurn,
    Name::BlockedTheThread,
    Name::TookTooLong,
    Name::NeverAwaited,
    Name::LeftTasksBehind,
    Name::HandleDropped,
    Name::WrongOrder,
    Name::WrongResult,
];

/// Whether a busy machine gives this verdict to a right answer. What the compiler has seen in the text is
/// there on any.
pub fn may_give(verdict: &Verdict) -> bool {
    let is_seen_in_the_text = verdict.name == Name::NeverAwaited.text() && verdict.place.is_some();
    !is_seen_in_the_text && TIMED.iter().any(|name| verdict.name == name.text())
}

/// What an answer is whose verdict a busy machine may have given. If the solution does no better, it is
/// not judged. If it does, the answer runs once more: what kept the machine busy may have passed while
/// the solution was built.
pub fn settled<T>(
    answer: T,
    solution: &Verdict,
    not_judged: impl FnOnce(T) -> T,
    again: impl FnOnce(T) -> Result<T>,
) -> Result<T> {
    if solution.is_right() { again(answer) } else { Ok(not_judged(answer)) }
}

/// What the solution earns now.
///
/// # Errors
///
/// If it cannot be built or played.
pub fn solution(course: &Course, exercise: &Exercise, answer: &Answer) -> Result<Verdict> {
    let (name, checks) = ("solution".to_owned(), answer.checks.clone());
    let file = exercise.folder.join("solution.rs");
    let tried = try_out::try_out(course, &Candidate { exercise, name, file, checks })?;
    Ok(judge::judge(exercise, answer, &tried).verdict)
}

#[cfg(test)]
mod tests {
    use records::Place;

    use super::*;

    /// What comes of an answer that is late, and would be right if it ran now, if the solution is this.
    fn settled_by(solution: Name) -> &'static str {
        let solution = Verdict::new(solution, "", "");
        settled("late", &solution, |_| "not judged", |_| Ok("right")).expect("it runs")
    }

    #[test]
    fn an_answer_is_not_blamed_for_what_the_solution_does_as_well() {
        assert_eq!(settled_by(Name::TooLate), "not judged");
    }

    #[test]
    fn an_answer_runs_once_more_after_a_solution_that_comes_in_time() {
        assert_eq!(settled_by(Name::Right), "right");
    }

    #[test]
    fn who_is_late_cuts_off_gives_up_and_loses() {
        for name in
            [Name::LeftTasksBehind, Name::HandleDropped, Name::WrongResult, Name::TookTooLong]
        {
            assert!(may_give(&Verdict::new(name, "", "")), "{name:?}");
        }
        assert!(!may_give(&Verdict::new(Name::NoTask, "", "")));
    }

    #[test]
    fn what_the_compiler_has_seen_is_no_matter_of_the_machine() {
        let verdict = Verdict::new(Name::NeverAwaited, "", "");
        assert!(may_give(&verdict));
        let place = Place { file: "exercise.rs".to_owned(), line: 3, column: 1 };
        assert!(!may_give(&verdict.at(Some(place))));
    }
}
