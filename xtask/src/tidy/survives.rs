//! The table of faults, `docs/src/survives.md`: each row names a test that shows it, and there is such a
//! test.

use anyhow::Result;

use super::map::rows;
use crate::course::Course;
use crate::files::read;
use crate::tidy::Complaint;

/// Where it lies, from the workspace's folder.
const PAGE: &str = "docs/src/survives.md";

/// How many cells a row has: the fault, what is said, what is kept, the tests.
const CELLS: usize = 4;

/// Every row ends with the tests that show it, `FILE::FUNCTION` each, and says something before.
pub fn every_fault_has_its_test(course: &Course) -> Result<Vec<Complaint>> {
    let page = read(&course.root.join(PAGE))?;
    let rows = rows(&page);
    if rows.is_empty() {
        return Ok(vec![format!("{PAGE}: it has no rows: a row for each fault, in a table")]);
    }
    let mut complaints = Vec::new();
    for row in rows {
        let at = format!("{PAGE}:{}", row.line);
        if row.cells.len() != CELLS || row.cells.iter().any(|cell| cell.is_empty()) {
            complaints.push(format!(
                "{at}: a row has {CELLS} cells: the fault, what is said, what is kept, the tests"
            ));
            continue;
        }
        let names: Vec<&str> = row.cells[CELLS - 1].split('`').skip(1).step_by(2).collect();
        if names.is_empty() {
            complaints.push(format!("{at}: no test shows it: name one, `FILE::FUNCTION`"));
        }
        for name in names {
            if !is_a_test(course, name) {
                complaints.push(format!(
                    "{at}: there is no test `{name}`: FILE is a path from the workspace's folder, \
                     FUNCTION a test in it"
                ));
            }
        }
    }
    Ok(complaints)
}

/// Whether a file has a test of this name: a function with the attribute, or one that is handed to
/// libtest-mimic.
fn is_a_test(course: &Course, name: &str) -> bool {
    let Some((file, function)) = name.split_once("::") else { return false };
    let Ok(text) = read(&course.root.join(file)) else { return false };
    if text.contains(&format!("Trial::test(\"{function}\", ")) {
        return true;
    }
    let mut has_attribute = false;
    for line in text.lines().map(str::trim) {
        if line.starts_with("#[") {
            has_attribute |= matches!(line, "#[test]" | "#[tokio::test]");
        } else {
            let words = line.trim_start_matches("async ").strip_prefix("fn ");
            if has_attribute && words.is_some_and(|rest| rest.split('(').next() == Some(function)) {
                return true;
            }
            has_attribute = false;
        }
    }
    false
}
