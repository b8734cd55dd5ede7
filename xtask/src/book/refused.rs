//! The gallery of the programs that rustc refuses: the page `docs/src/refused.md`, made of what lies in
//! `crates/LESSON/compile_fail`. How each begins, `// Meant: … asyncio would …`, is its text there.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};

use super::rejected::{Header, Refusal, error};
use super::{MADE, Made, html, summary};
use crate::course::{Course, Lesson};
use crate::show::count;
use crate::tidy::{self, includes};

/// The page begins so.
const INTRODUCTION: &str = "\
# What the compiler refuses

Each of these programs is what somebody writes who comes from asyncio.
Under its name stands what was meant, and what asyncio would have done with it at run time; folded, the program, and what rustc says in place of running it.
The words are rustc's own: each program is compiled whenever the course is tested.
Before you open one: on which line does rustc stop?

`rustc --explain E0308` says more about a code.

";

/// A program on the page.
struct Rejected<'a> {
    name: &'a str,
    refusal: Refusal,
    text: String,
}

/// The page, and for the chapters that include it what was meant by a program: `book/meant-NAME.md`.
///
/// # Errors
///
/// If a program has no words of rustc beside it.
pub fn made(course: &Course) -> Result<Vec<Made>> {
    let (mut sections, mut codes) = (String::new(), BTreeMap::new());
    let mut meant = Vec::new();
    for lesson in course.lessons.iter().filter(|lesson| !lesson.rejected.is_empty()) {
        let links = links(&lesson.rejected);
        sections += &format!("\n## {}\n\n{links}\n", lesson.title);
        let chapter = lesson.folder.join("chapter.md");
        let chapter = if chapter.is_file() { tidy::read(&chapter)? } else { String::new() };
        for name in &lesson.rejected {
            let rejected = rejected(lesson, name, &chapter)?;
            sections += &rejected.text;
            codes.entry(rejected.refusal.code).or_insert_with(Vec::new).push(rejected.name);
            let part = format!("meant-{name}.md");
            if includes::find(&chapter).iter().any(|include| include.path == format!("book/{part}"))
            {
                let source = lesson.folder.join(format!("compile_fail/{name}.rs"));
                let prose = Header::of(&tidy::read(&source)?).prose();
                meant.push(super::part(lesson, &part, format!("\n{prose}\n")));
            }
        }
    }
    let text = format!("{MADE} -->\n{INTRODUCTION}{}{sections}", table(&codes));
    meant.push(summary::page("refused", text));
    Ok(meant)
}

fn rejected<'a>(lesson: &Lesson, name: &'a str, chapter: &str) -> Result<Rejected<'a>> {
    let folder = lesson.folder.join("compile_fail");
    let source = tidy::read(&folder.join(format!("{name}.rs")))?;
    let header = Header::of(&source);
    let stderr = folder.join(format!("{name}.stderr"));
    if !stderr.is_file() {
        bail!(
            "there is no {stderr}: TRYBUILD=overwrite cargo test -p {} --test compile_fail",
            lesson.name
        );
    }
    let words = tidy::read(&stderr)?;
    let refusal = error(&words).with_context(|| format!("{stderr} holds no error"))?;
    let code = refusal.code.as_ref().map_or_else(String::new, |code| format!(" · {code}"));
    let file = format!("compile_fail/{name}.rs");
    let program: Vec<(usize, &str)> = (1..).zip(source.lines()).skip(header.program - 1).collect();
    let text = format!(
        "\n### {name}{code} {{#{name}}}\n\n{}\n\n\
         <details class=\"mw-fold mw-refused\"><summary>The program, and what rustc says: {}</summary>\n{}{}</details>\n\n{}\n",
        header.prose(),
        html::words(&without_places(&refusal.message)),
        html::listing(&file, "rust", &program),
        said(&words),
        explained(lesson, name, chapter),
    );
    Ok(Rejected { name, refusal, text })
}

/// `{closure}` for `{closure@$DIR/compile_fail/a.rs:9:18: 9:20}`.
fn without_places(message: &str) -> String {
    let mut parts = message.split("@$DIR/");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.find('}').map_or("", |end| &part[end..]))
}

/// What rustc says: the first error, and folded those that come after it.
fn said(words: &str) -> String {
    let is_next = |(place, line): &(usize, &str)| *place > 0 && line.starts_with("error");
    let lines: Vec<&str> = words.lines().collect();
    let more: Vec<usize> =
        lines.iter().copied().enumerate().filter(is_next).map(|(place, _)| place).collect();
    let (first, rest) = lines.split_at(more.first().copied().unwrap_or(lines.len()));
    let pre = |lines: &[&str]| {
        format!("<pre tabindex=\"0\"><samp>{}</samp></pre>\n", html::lines(&lines.join("\n")))
    };
    let folded = match rest {
        [] => String::new(),
        rest => format!(
            "<details class=\"mw-fold\"><summary>{}</summary>\n{}</details>\n",
            count(more.len(), "more error"),
            pre(rest)
        ),
    };
    format!("<div class=\"mw-rustc\"><p>rustc says</p>\n{}{folded}</div>\n", pre(first))
}

/// Where the lesson speaks of it.
fn explained(lesson: &Lesson, name: &str, chapter: &str) -> String {
    let page = format!("{}.md", lesson.name);
    match section(chapter, &format!("compile_fail/{name}.rs")) {
        // So it is called in every lesson.
        Some(Section { title, id }) if title == "What the compiler refuses" => {
            format!("The lesson: [{}]({page}#{id}).", lesson.title)
        }
        Some(Section { title, id }) => format!("In the lesson, [{title}]({page}#{id})."),
        None => format!("The lesson: [{}]({page}).", lesson.title),
    }
}

fn links(names: &[String]) -> String {
    names.iter().map(|name| format!("[{name}](#{name})")).collect::<Vec<_>>().join(", ")
}

/// The codes and the programs that earn them.
fn table(codes: &BTreeMap<Option<String>, Vec<&str>>) -> String {
    let with_code = codes.iter().filter(|(code, _)| code.is_some());
    let without = codes.iter().filter(|(code, _)| code.is_none());
    let row = |(code, names): (&Option<String>, &Vec<&str>)| {
        let links: Vec<String> = names.iter().map(|name| format!("[{name}](#{name})")).collect();
        format!("| {} | {} |\n", code.as_deref().unwrap_or("no code"), links.join(", "))
    };
    let rows: String = with_code.chain(without).map(row).collect();
    format!("| code | programs |\n| --- | --- |\n{rows}")
}

/// A section of a chapter.
#[derive(Debug, PartialEq, Eq)]
struct Section {
    title: String,
    id: String,
}

/// The section that includes a file of the lesson: the heading above the include.
fn section(chapter: &str, file: &str) -> Option<Section> {
    let include = includes::find(chapter).into_iter().find(|include| include.path == file)?;
    let above = chapter.lines().take(include.line);
    let mut is_code = false;
    let mut heading = None;
    for line in above {
        is_code ^= line.starts_with("```");
        if !is_code && line.starts_with('#') {
            heading = Some(line.trim_start_matches('#').trim());
        }
    }
    let heading = heading?;
    if let Some((title, id)) = heading.split_once(" {#") {
        return Some(Section { title: title.to_owned(), id: id.trim_end_matches('}').to_owned() });
    }
    Some(Section { title: heading.to_owned(), id: id(heading) })
}

/// How mdBook names a heading that has no name of its own.
fn id(heading: &str) -> String {
    let of = |letter: char| match letter {
        letter if letter.is_alphanumeric() || letter == '_' || letter == '-' => Some(letter),
        letter if letter.is_whitespace() => Some('-'),
        _ => None,
    };
    heading.to_lowercase().chars().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_after_the_first_error_is_folded() {
        let one = said("error[E0308]: no\n --> a.rs:3\n\nhelp: yes\n");
        assert!(
            one.contains("error[E0308]: no\n --&gt; a.rs:3\n<!-- -->\nhelp: yes</samp>"),
            "{one}"
        );
        assert!(!one.contains("<details"), "{one}");
        let three = said("error: a\n\nerror: b\n\nerror: c\n");
        assert!(
            three.contains("<summary>2 more errors</summary>\n<pre tabindex=\"0\"><samp>error: b")
        );
    }

    #[test]
    fn a_closure_is_named_without_its_place() {
        let of = "`{closure@$DIR/compile_fail/a.rs:9:18: 9:20}` is not a future";
        assert_eq!(without_places(of), "`{closure}` is not a future");
        assert_eq!(without_places("mismatched types"), "mismatched types");
    }

    #[test]
    fn a_program_is_explained_under_the_heading_above_it() {
        let chapter = "# A\n\n## What `rustc` refuses: it\n\n```rust,ignore\n# hidden\n\
                       {{#include compile_fail/a.rs}}\n```\n\n## Other {#own}\n{{#include compile_fail/b.rs}}\n";
        let of = |file| section(chapter, file).map(|section| (section.title, section.id));
        let named = |title: &str, id: &str| Some((title.to_owned(), id.to_owned()));
        assert_eq!(
            of("compile_fail/a.rs"),
            named("What `rustc` refuses: it", "what-rustc-refuses-it")
        );
        assert_eq!(of("compile_fail/b.rs"), named("Other", "own"));
        assert_eq!(of("compile_fail/c.rs"), None);
    }
}
