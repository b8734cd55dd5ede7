//! Rules about the map of names.

use xtask::course::Course;
use xtask::tidy::{Rule, map};

use crate::Tidy;

/// A map of one name.
pub const MAP: &str = "# The map\n\n| asyncio | tokio | program |\n| --- | --- | --- |\n\
                       | `tea` | `chai` | `tea` · [main](../../crates/tea/src/main.rs) |\n";

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
    let tidy = changed("[main](../../crates/tea/src/main.rs)", "main");
    tidy.breaks(LEADS, "docs/src/map.md:5: a row leads to one program");
    tidy.breaks(PLACE, "no row leads to tea/main");
}

#[test]
fn a_row_that_leads_nowhere() {
    let tidy = changed("src/main.rs", "src/gone.rs");
    tidy.breaks(LEADS, "../../crates/tea/src/gone.rs is no program of the course");
    tidy.breaks(LEADS, "there is no ../../crates/tea/src/gone.rs");
}

#[test]
fn a_row_that_leads_to_a_file_that_is_no_program() {
    let tidy = changed("src/main.rs", "chapter.md");
    tidy.breaks(LEADS, "../../crates/tea/chapter.md is no program of the course");
}

#[test]
fn a_row_that_names_another_program_or_lesson() {
    changed("[main]", "[other]").breaks(LEADS, "`other` leads to tea/main");
    changed("`tea` ·", "`coffee` ·").breaks(LEADS, "write `tea` · [main](../../crates/tea");
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
