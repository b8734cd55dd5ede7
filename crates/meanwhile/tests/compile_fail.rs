//! What `#[meanwhile::main]` says of its misuse, and where it points.

#[test]
fn misuse_is_named() {
    trybuild::TestCases::new().compile_fail("tests/compile_fail/*.rs");
}
