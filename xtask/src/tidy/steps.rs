//! A link to a step of a recorded run says what happens there, and it does.
//!
//! `[step 19](#join_rotates-19 "fetch_data#2 runs")`: the words between the quotes stand in the sentence
//! of that step, so that a page whose program has changed names no other step than it means.

use anyhow::Result;
use cargo_metadata::camino::Utf8Path;

use crate::course::Course;
use crate::files::{below, read};
use crate::tidy::{Complaint, shown};

/// A link to a step.
#[derive(Debug, PartialEq, Eq)]
struct Link<'a> {
    /// The line that it stands on, from 1.
    line: usize,
    /// The page that it leads to, if it is another one: `tasks`.
    page: Option<&'a str>,
    /// The program: `join_rotates`.
    program: &'a str,
    /// The id: `join_rotates-19`.
    id: &'a str,
    /// What it says happens there.
    words: Option<&'a str>,
}

/// Each link to a step, of the chapters and of the other pages, says what that step does.
pub fn every_link_to_a_step_says_what_it_does(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        for page in ["chapter.md", "claims.md"] {
            let page = lesson.folder.join(page);
            if page.is_file() {
                complaints.extend(of_page(course, &page, Some(&lesson.name))?);
            }
        }
    }
    for page in below(&course.root.join("docs/src"))? {
        if page.extension() == Some("md") {
            complaints.extend(of_page(course, &page, None)?);
        }
    }
    Ok(complaints)
}

fn of_page(course: &Course, page: &Utf8Path, own: Option<&str>) -> Result<Vec<Complaint>> {
    let text = read(page)?;
    let mut complaints = Vec::new();
    for link in links(&text) {
        let at = format!("{}:{}", shown(course, page), link.line);
        let Link { id, program, .. } = link;
        let Some(lesson) = link.page.or(own) else { continue };
        let figure = course.root.join(format!("crates/{lesson}/book/{program}.player.html"));
        let steps = if figure.is_file() { read(&figure)? } else { String::new() };
        let Some(sentence) = sentence(&steps, id) else {
            complaints.push(format!(
                "{at}: {lesson} has no step `{id}` in a player: cargo xtask timeline \
                 {lesson}/{program} --steps tells them, and the chapter includes \
                 book/{program}.player.html"
            ));
            continue;
        };
        match link.words {
            Some(words) if sentence.contains(words) => {}
            Some(words) => complaints.push(format!(
                "{at}: step `{id}` is said to be `{words}`, and it is `{sentence}`: link to the step \
                 that is meant"
            )),
            None => complaints.push(format!(
                "{at}: the link to `{id}` does not say what happens there: [step](#{id} \"{sentence}\")"
            )),
        }
    }
    Ok(complaints)
}

/// The sentence of the step with this id.
fn sentence(steps: &str, id: &str) -> Option<String> {
    let (_, item) = steps.split_once(&format!("<li id=\"{id}\""))?;
    let (item, _) = item.split_once("</li>")?;
    let (_, sentence) = item.split_once("</span> ")?;
    let plain = sentence.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    Some(plain.replace("&amp;", "&"))
}

/// The links of a page that lead to what is called as a step.
fn links(page: &str) -> Vec<Link<'_>> {
    let mut links = Vec::new();
    for (line, text) in page.lines().enumerate() {
        for part in text.split("](").skip(1) {
            let Some((target, _)) = part.split_once(')') else { continue };
            let (target, words) = match target.split_once(" \"") {
                Some((target, words)) => (target, words.strip_suffix('"')),
                None => (target, None),
            };
            let Some((page, id)) = target.split_once('#') else { continue };
            let Some((program, number)) = id.rsplit_once('-') else { continue };
            // A heading's id may end in a number too; a program's name has no hyphen.
            let program = program.strip_suffix("-asyncio").unwrap_or(program);
            if number.parse::<usize>().is_err() || program.contains('-') {
                continue;
            }
            let page = page.strip_suffix(".md").filter(|page| !page.is_empty());
            links.push(Link { line: line + 1, page, program, id, words });
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::{Link, links, sentence};

    #[test]
    fn a_link_to_a_step_is_told_from_others() {
        let page = "a\n[x](#main-2 \"main runs\") [y](tasks.md#b_c-asyncio-13) [z](#a-heading-2) [u](b.md)";
        let link = |page, program, id, words| Link { line: 2, page, program, id, words };
        assert_eq!(
            links(page),
            [
                link(None, "main", "main-2", Some("main runs")),
                link(Some("tasks"), "b_c", "b_c-asyncio-13", None)
            ]
        );
    }

    #[test]
    fn a_sentence_is_read_as_it_is_shown() {
        let steps = "<li id=\"main-1\"><span>0 s</span> a &lt;b&gt;.</li>\n";
        assert_eq!(sentence(steps, "main-1").as_deref(), Some("a <b>."));
        assert_eq!(sentence(steps, "main-2"), None);
    }
}
