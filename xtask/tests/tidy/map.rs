//! Rules about the map of names.

use xtask::course::Course;
use xtask::tidy::{Rule, map};

use crate::Tidy;

/// A map of one name.
pub const MAP: &str = "# The map\n\n| asyncio | tokio | where they differ |\n| --- | --- | --- |\n\
                       | `tea` | `chai` | Nowhere.<br>[main](tea.md#main) |\n";

/// The place that it leads to, in the chapter.
pub const FIGURE: &str = "\n{{#include book/main.run.html}}\n";

const LEADS: Rule = map::every_row_leads_to_its_program;
const PLACE: Rule = |course: &Course| map::each_has_a_twin_and_a_place(course, &["main"]);

/// The same map with one thing changed.
fn changed(from: &str, to: &str) -> Tidy {
    let tidy = Tidy::new();
    let map = MAP.replace(from, to);
    assert_ne!(map, MAP);
    tidy.write("../../docs/src/map.md", &map);
    tidy
}

#[test]
fn a_row_without_a_link() {
    let tidy = changed("[main](tea.md#main)", "main");
    tidy.breaks(LEADS, "docs/src/map.md:5: a row leads to one program");
    tidy.breaks(PLACE, "no row leads to tea/main");
}

#[test]
fn a_row_that_leads_to_a_program_that_is_not_there() {
    let tidy = changed("#main", "#gone");
    tidy.breaks(LEADS, "tea.md#gone is no program of that lesson");
    tidy.breaks(PLACE, "no row leads to tea/main");
}

#[test]
fn a_row_that_leads_to_a_page_that_is_no_lessons() {
    changed("tea.md", "coffee.md").breaks(LEADS, "coffee.md#main is no program of that lesson");
    changed("tea.md", "coffee.md").breaks(LEADS, "there is no coffee.md");
}

#[test]
fn a_row_that_leads_to_a_page_and_not_to_a_place() {
    changed("tea.md#main", "tea.md").breaks(LEADS, "tea.md is no program of that lesson");
}

#[test]
fn a_row_that_leads_to_a_source() {
    let tidy = changed("tea.md#main", "../../crates/tea/src/main.rs");
    tidy.breaks(LEADS, "../../crates/tea/src/main.rs is no program of that lesson");
}

#[test]
fn a_row_that_leads_to_another_lessons_page() {
    let mut tidy = changed("tea.md", "coffee.md");
    let mut coffee = tidy.lesson().clone();
    coffee.name = "coffee".into();
    coffee.programs[0].lesson = "coffee".into();
    tidy.course.lessons.push(coffee);
    tidy.breaks(PLACE, "no row leads to tea/main");
}

#[test]
fn a_row_that_leads_to_a_place_that_the_chapter_has_not() {
    let tidy = Tidy::new();
    tidy.write("chapter.md", "# Tea\n\nSee book/main.run.html.\n");
    tidy.breaks(LEADS, "crates/tea/chapter.md includes neither book/main.run.html nor");
}

#[test]
fn a_row_that_names_another_program() {
    changed("[main]", "[other]")
        .breaks(LEADS, "`other` leads to tea/main: write [main](tea.md#main)");
}

#[test]
fn a_link_in_the_prose_that_leads_nowhere() {
    changed("# The map", "# The map\n\nSee [gone](gone.md).").breaks(LEADS, "there is no gone.md");
}

#[test]
fn a_map_without_rows() {
    let tidy = Tidy::new();
    tidy.write("../../docs/src/map.md", "# The map\n");
    tidy.breaks(LEADS, "it has no rows");
}

#[test]
fn a_difference_without_a_twin() {
    let mut tidy = Tidy::new();
    tidy.lesson().programs[0].twin = None;
    tidy.breaks(PLACE, "write its twin, crates/tea/src/main.py");
}

#[test]
fn a_difference_that_no_program_shows() {
    let mut tidy = Tidy::new();
    tidy.lesson().programs[0].name = "other".into();
    tidy.breaks(PLACE, "no lesson has a program `main`");
}
