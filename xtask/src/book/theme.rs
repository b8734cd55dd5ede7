//! The style and the script of the book's pages: each is written in several files, and sent as one,
//! without what is for its authors.

use anyhow::Result;

use super::Made;
use crate::course::Course;
use crate::tidy;

/// Where the files lie, from the workspace's folder.
pub const FOLDER: &str = "docs/theme";

/// What the made files are called, without the extension.
pub const NAME: &str = "meanwhile";

/// The styles: what is further down overrules what is above.
const STYLES: [&str; 6] = ["page", "timeline", "figures", "player", "exercises", "look-up"];

/// The scripts: each needs those above.
const SCRIPTS: [&str; 4] = ["page", "run", "ask", "player"];

/// The two files; none where the book has no theme.
///
/// # Errors
///
/// If a file cannot be read.
pub fn made(course: &Course) -> Result<Vec<Made>> {
    if !course.root.join(FOLDER).is_dir() {
        return Ok(Vec::new());
    }
    let joined = |names: &[&str], kind: &str, short: fn(&str) -> String| -> Result<Made> {
        let mut text =
            "/* Made by `cargo xtask book refresh` of the files beside it. */\n".to_owned();
        for name in names {
            text += &short(&tidy::read(&course.root.join(format!("{FOLDER}/{name}.{kind}")))?);
        }
        let file = format!("{FOLDER}/{NAME}.{kind}").into();
        Ok(Made { file, page: "index.html".to_owned(), text })
    };
    Ok(vec![joined(&STYLES, "css", style)?, joined(&SCRIPTS, "js", script)?])
}

/// A style without its comments.
fn style(text: &str) -> String {
    let mut rules = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        rules += before;
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    lines(&(rules + rest), |_| true)
}

/// A script without the lines that are comments. No text in it goes over several lines.
fn script(text: &str) -> String {
    lines(text, |line| !line.starts_with("//") && !line.starts_with("/**"))
}

/// The lines that say something, without the space around them.
fn lines(text: &str, is_said: fn(&str) -> bool) -> String {
    let said = text.lines().map(str::trim).filter(|line| !line.is_empty() && is_said(line));
    said.map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::{script, style};

    #[test]
    fn a_style_is_sent_without_its_comments() {
        assert_eq!(
            style("/* Tea,\n   hot. */\n.cup {\n    /* on */ top: 0;\n}\n"),
            ".cup {\ntop: 0;\n}\n"
        );
    }

    #[test]
    fn a_script_is_sent_without_its_comments() {
        let text = "// Tea.\nclass Cup {\n    /** Hot. */\n    fill() { return \"//\"; }\n}\n";
        assert_eq!(script(text), "class Cup {\nfill() { return \"//\"; }\n}\n");
    }
}
