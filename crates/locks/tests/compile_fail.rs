//! Programs that rustc refuses, and its words.

#[test]
fn rustc_refuses_them() {
    trybuild::TestCases::new().compile_fail("compile_fail/*.rs");
}
