//! What of the book is made from the lessons is of today.

use xtask::book;
use xtask::course::Course;

/// It plays the programs, so that a changed line is found without anything else being run.
#[test]
fn every_part_is_of_today() {
    let course = Course::find().expect("the lessons can be found");
    let made = match book::made(&course, false) {
        Ok(made) => made,
        Err(error) => panic!("{error:#}"),
    };
    let stale = book::stale(&course, &made).expect("the parts can be read");
    let orphans = book::orphans(&course, &made).expect("the folders can be read");
    let complaints = book::complaints(&stale, &orphans);
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}
