//! What holds of every lesson. `xtask/tests/tidy` breaks each of these rules once.

use anyhow::Result;
use xtask::course::Course;
use xtask::tidy::{
    Complaint, Rule, chapters, dependencies, exercises, lessons, map, mirrors, quizzes, rejected,
    sources, steps, survives,
};

fn holds(rule: Rule) {
    let course = Course::find().expect("the lessons can be found");
    none(rule(&course));
}

#[track_caller]
fn none(complaints: Result<Vec<Complaint>>) {
    let complaints = complaints.expect("the rule can be checked");
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn every_example_of_the_documents_is_mirrored() {
    holds(mirrors::every_example_is_mirrored);
}

#[test]
fn mirrors_exist() {
    holds(mirrors::mirrors_exist);
}

#[test]
fn a_package_is_called_as_its_folder() {
    holds(lessons::a_package_is_called_as_its_folder);
}

#[test]
fn the_order_is_unique() {
    holds(lessons::the_order_is_unique);
}

#[test]
fn no_two_examples_are_called_the_same() {
    let mut course = Course::find().expect("the lessons can be found");
    course.lessons.extend(Course::fixtures().expect("the fixtures can be found").lessons);
    none(lessons::no_two_examples_are_called_the_same(&course));
}

#[test]
fn chapter_and_metadata_go_together() {
    holds(lessons::chapter_and_metadata_go_together);
}

#[test]
fn no_snapshot_is_an_orphan() {
    holds(lessons::no_snapshot_is_an_orphan);
}

#[test]
fn no_lesson_is_called_as_a_crate_that_it_needs() {
    let course = Course::find().expect("the lessons can be found");
    let graph = dependencies::Graph::of(&course).expect("cargo knows who needs whom");
    none(Ok(dependencies::no_member_is_called_as_what_it_needs(&graph)));
}

#[test]
fn every_include_resolves() {
    holds(chapters::every_include_resolves);
}

#[test]
fn every_anchor_is_used() {
    holds(chapters::every_anchor_is_used);
}

#[test]
fn blocks_hold_only_includes() {
    holds(chapters::blocks_hold_only_includes);
}

#[test]
fn every_lesson_has_a_quiz() {
    holds(quizzes::every_lesson_has_a_quiz);
}

#[test]
fn every_link_to_a_step_says_what_it_does() {
    holds(steps::every_link_to_a_step_says_what_it_does);
}

#[test]
fn every_program_says_how_it_is_run() {
    holds(sources::every_program_says_how_it_is_run);
}

#[test]
fn every_program_has_a_twin_or_says_why_not() {
    holds(sources::every_program_has_a_twin);
}

#[test]
fn every_program_has_the_attribute() {
    holds(sources::every_program_has_the_attribute);
}

#[test]
fn every_source_belongs_to_a_target() {
    holds(sources::every_source_belongs_to_a_target);
}

#[test]
fn every_rejected_program_has_its_words() {
    holds(sources::every_rejected_program_has_its_words);
}

#[test]
fn every_rejected_program_says_what_asyncio_would_do() {
    holds(rejected::every_header_says_what_asyncio_would_do);
}

#[test]
fn no_two_rejected_programs_are_called_the_same() {
    holds(rejected::no_two_rejected_programs_are_called_the_same);
}

#[test]
fn every_row_of_the_map_leads_to_its_program() {
    holds(map::every_row_leads_to_its_program);
}

#[test]
fn each_of_the_twelve_differences_has_a_twin_and_a_place_on_the_map() {
    holds(|course| map::each_has_a_twin_and_a_place(course, &map::TWELVE));
}

/// With `UPDATE=1` it writes them instead.
#[test]
fn the_readme_has_the_lessons_and_transcripts_of_today() {
    let course = Course::find().expect("the lessons can be found");
    let update = std::env::var_os("UPDATE").is_some();
    none(xtask::readme::check(&course, update).map(Vec::from_iter));
}

#[test]
fn every_lesson_has_exercises() {
    holds(exercises::every_lesson_has_exercises);
}

#[test]
fn every_exercise_has_its_bank() {
    holds(exercises::every_exercise_has_its_bank);
}

#[test]
fn no_two_exercises_are_called_the_same() {
    holds(exercises::no_two_exercises_are_called_the_same);
}

#[test]
fn every_folder_is_an_exercise() {
    holds(exercises::every_folder_is_an_exercise);
}

#[test]
fn every_exercise_is_a_target() {
    holds(exercises::every_exercise_is_a_target);
}

#[test]
fn every_header_says_what_it_must() {
    holds(exercises::every_header_says_what_it_must);
}

#[test]
fn every_answer_is_of_today() {
    holds(exercises::every_answer_is_of_today);
}

#[test]
fn every_run_is_of_today() {
    holds(exercises::every_run_is_of_today);
}

/// With `UPDATE=1` it is so from now on.
#[test]
fn the_search_leaves_out_the_exercises_of_today() {
    let course = Course::find().expect("the lessons can be found");
    let update = std::env::var_os("UPDATE").is_some();
    none(exercises::no_solution_is_found_by_searching(&course, update));
}

/// With `UPDATE=1` it is seen to it.
#[test]
fn editors_see_the_lessons_of_today() {
    let course = Course::find().expect("the lessons can be found");
    let update = std::env::var_os("UPDATE").is_some();
    none(exercises::every_lesson_is_seen_by_editors(&course, update));
}

#[test]
fn every_fault_that_is_survived_has_its_test() {
    holds(survives::every_fault_has_its_test);
}

#[test]
fn nothing_is_left_to_be_written() {
    holds(lessons::nothing_is_left_to_be_written);
}

#[test]
fn every_program_was_explored() {
    holds(lessons::every_program_was_explored);
}
