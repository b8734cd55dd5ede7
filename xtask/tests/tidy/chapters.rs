//! Rules about chapters.

use xtask::tidy::chapters;

use crate::{CHAPTER, MAIN, Tidy};

#[test]
fn an_include_of_no_file() {
    let tidy = Tidy::new();
    tidy.write("chapter.md", "```text\n{{#include snapshots/gone.snap:4:}}\n```\n");
    tidy.breaks(
        chapters::every_include_resolves,
        "crates/tea/chapter.md:2: it includes snapshots/gone",
    );
}

#[test]
fn an_include_of_half_an_anchor() {
    let tidy = Tidy::new();
    tidy.write("src/main.rs", &MAIN.replace("// ANCHOR_END: main\n", ""));
    tidy.breaks(chapters::every_include_resolves, "1 `ANCHOR: main` and 0 `ANCHOR_END: main`");
}

#[test]
fn an_anchor_that_stands_twice() {
    let tidy = Tidy::new();
    tidy.write("src/main.rs", &MAIN.repeat(2));
    tidy.breaks(chapters::every_include_resolves, "2 `ANCHOR: main` and 2 `ANCHOR_END: main`");
}

#[test]
fn an_include_of_a_line_that_is_not_there() {
    let tidy = Tidy::new();
    tidy.write("chapter.md", "```text\n{{#include snapshots/main.snap:4:9}}\n```\n");
    tidy.breaks(
        chapters::every_include_resolves,
        "it includes line 9 of snapshots/main.snap, which has 4",
    );
}

#[test]
fn an_include_of_a_page_beside_the_chapters() {
    let tidy = Tidy::new();
    tidy.write("../../docs/src/page.md", "{{#include ../../crates/tea/gone.snap:4}}\n");
    tidy.breaks(
        chapters::every_include_resolves,
        "docs/src/page.md:1: it includes ../../crates/tea/gone",
    );
}

#[test]
fn an_anchor_that_nobody_uses() {
    let tidy = Tidy::new();
    tidy.write("src/main.py", "# ANCHOR: spare\n# ANCHOR_END: spare\n");
    tidy.breaks(chapters::every_anchor_is_used, "does not include its anchor `spare`");
}

#[test]
fn code_in_the_prose() {
    let tidy = Tidy::new();
    tidy.write("chapter.md", &(CHAPTER.to_owned() + "```rust,ignore\nlet tea = 1;\n```\n"));
    tidy.breaks(chapters::blocks_hold_only_includes, "chapter.md:10: a `rust` block");
}

#[test]
fn an_output_pasted_below_an_include() {
    let tidy = Tidy::new();
    let pasted = "{{#include snapshots/main.snap:4:}}\n1 s  more tea\n";
    tidy.write("chapter.md", &format!("~~~~text\n{pasted}~~~\n~~~~\n"));
    tidy.breaks(chapters::blocks_hold_only_includes, "here is `1 s  more tea`");
}

#[test]
fn an_empty_block() {
    let tidy = Tidy::new();
    tidy.write("chapter.md", "```python\n```\n");
    tidy.breaks(
        chapters::blocks_hold_only_includes,
        "a `python` block holds nothing but an include",
    );
}

#[test]
fn a_block_of_no_language() {
    let tidy = Tidy::new();
    tidy.write("chapter.md", "```\nlet tea = 1;\n```\n");
    tidy.breaks(chapters::blocks_hold_only_includes, "a block without a language");
}

#[test]
fn a_rejected_program_in_the_prose() {
    let tidy = Tidy::new();
    tidy.write("chapter.md", "```rust,compile_fail\n{{#include src/main.rs}}\n```\n");
    tidy.breaks(chapters::blocks_hold_only_includes, "lies in compile_fail/");
}
