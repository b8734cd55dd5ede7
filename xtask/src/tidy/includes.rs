//! The `{{#include …}}` of mdBook, read as mdBook reads them.

/// One include.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Include {
    /// The line that it stands on, from 1.
    pub line: usize,
    /// The file, from the folder of the page.
    pub path: String,
    /// What of the file.
    pub part: Part,
}

/// What an include takes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// Lines by number: up to the largest number that is named.
    Lines(usize),
    /// What stands between the two comments of an anchor.
    Anchor(String),
}

/// The includes of a page.
pub fn find(page: &str) -> Vec<Include> {
    let mut found = Vec::new();
    for (line, text) in page.lines().enumerate() {
        let mut rest = text;
        while let Some((_, after)) = rest.split_once("{{#") {
            let Some((directive, after)) = after.split_once("}}") else { break };
            rest = after;
            if let Some(("include" | "rustdoc_include", what)) = directive.trim().split_once(' ') {
                let (path, part) = part(what.trim());
                found.push(Include { line: line + 1, path, part });
            }
        }
    }
    found
}

/// Whether a line holds an include and nothing else.
pub fn is_include(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("{{#") && line.ends_with("}}") && find(line).len() == 1
}

fn part(what: &str) -> (String, Part) {
    let Some((path, part)) = what.split_once(':') else {
        return (what.to_owned(), Part::Whole);
    };
    let named = part.split(':').filter(|number| !number.is_empty());
    let numbers: Result<Vec<usize>, _> = named.map(str::parse::<usize>).collect();
    let part = match numbers {
        Ok(numbers) => Part::Lines(numbers.into_iter().max().unwrap_or_default()),
        Err(_) => Part::Anchor(part.to_owned()),
    };
    (path.to_owned(), part)
}

/// The names behind `ANCHOR:` and `ANCHOR_END:` in a source, in order.
pub fn anchors(source: &str) -> (Vec<String>, Vec<String>) {
    let (mut begins, mut ends) = (Vec::new(), Vec::new());
    for line in source.lines() {
        for (sign, names) in [("ANCHOR:", &mut begins), ("ANCHOR_END:", &mut ends)] {
            if let Some((_, name)) = line.split_once(sign) {
                names.extend(name.split_whitespace().next().map(str::to_owned));
            }
        }
    }
    (begins, ends)
}

#[cfg(test)]
mod tests {
    use super::{Part, anchors, find, is_include};

    #[test]
    fn reads_what_mdbook_reads() {
        let page = "a\n{{#include src/main.rs}}\n{{#include a.snap:4:}} {{ #x }} {{#include b:c}}";
        let found = find(page);
        let parts: Vec<_> = found.iter().map(|i| (i.line, &*i.path, &i.part)).collect();
        let anchor = Part::Anchor("c".to_owned());
        assert_eq!(
            parts,
            [(2, "src/main.rs", &Part::Whole), (3, "a.snap", &Part::Lines(4)), (3, "b", &anchor)]
        );
        assert!(is_include("  {{#include a.rs}}"));
        assert!(!is_include("let x = 1; {{#include a.rs}}"));
    }

    #[test]
    fn tells_begins_from_ends() {
        let source = "// ANCHOR: a\nx\n// ANCHOR_END: a\n# ANCHOR: b";
        let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(anchors(source), (names(&["a", "b"]), names(&["a"])));
    }
}
