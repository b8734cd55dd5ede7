//! Rules about the table of faults.

use xtask::tidy::{Rule, survives};

use crate::Tidy;

/// A table of one fault, which a test shows.
pub const FAULTS: &str = "# What it survives\n\n| the fault | what is said | what is kept | shown by |\n\
                          | --- | --- | --- | --- |\n\
                          | cold water | that it is cold | the cup | `xtask/tests/pot.rs::cold` |\n";

/// The test.
pub const POT: &str = "#[test]\n#[ignore = \"takes long\"]\nfn cold() {}\n\nfn no_test() {}\n\n\
                       #[tokio::test]\nasync fn warm() {}\n";

const RULE: Rule = survives::every_fault_has_its_test;

/// The same table with one thing changed.
fn changed(from: &str, to: &str) -> Tidy {
    let tidy = Tidy::new();
    let faults = FAULTS.replace(from, to);
    assert_ne!(faults, FAULTS);
    tidy.write("../../docs/src/survives.md", &faults);
    tidy
}

#[test]
fn a_fault_without_a_test() {
    changed("`xtask/tests/pot.rs::cold`", "nothing")
        .breaks(RULE, "survives.md:5: no test shows it");
}

#[test]
fn a_fault_whose_test_is_not_there() {
    for name in ["pot.rs::hot", "pot.rs::no_test", "kettle.rs::cold", "pot.rs"] {
        let full = format!("xtask/tests/{name}");
        let complaint = format!("survives.md:5: there is no test `{full}`");
        changed("xtask/tests/pot.rs::cold", &full).breaks(RULE, &complaint);
    }
}

#[test]
fn a_fault_of_which_one_test_is_not_there() {
    let tidy = changed("cold` |", "cold`, `xtask/tests/pot.rs::hot` |");
    tidy.breaks(RULE, "there is no test `xtask/tests/pot.rs::hot`");
}

#[test]
fn a_fault_of_which_nothing_is_said() {
    changed("that it is cold", "").breaks(RULE, "survives.md:5: a row has 4 cells");
    changed("| the cup ", "").breaks(RULE, "survives.md:5: a row has 4 cells");
}

#[test]
fn a_table_without_rows() {
    let tidy = Tidy::new();
    tidy.write("../../docs/src/survives.md", "# What it survives\n");
    tidy.breaks(RULE, "it has no rows");
}

#[test]
fn a_test_that_waits_and_one_that_libtest_does_not_run_are_tests() {
    let tidy = changed("::cold", "::warm");
    assert_eq!(RULE(&tidy.course).expect("checked"), Vec::<String>::new());
    tidy.write("../../xtask/tests/pot.rs", "Trial::test(\"warm\", warm),\n");
    assert_eq!(RULE(&tidy.course).expect("checked"), Vec::<String>::new());
}
