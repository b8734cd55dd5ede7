//! The parts of a page of exercises, as HTML that stands inside Markdown: no line in it is blank.

use super::text::Answer;
use crate::book::html;
use crate::exercises::runs::Run;

/// Something that is folded until it is asked for.
pub fn fold(class: &str, summary: &str, inner: &str) -> String {
    let class = ["mw-fold", class].join(" ");
    format!("<details class=\"{}\"><summary>{summary}</summary>\n{inner}</details>\n", class.trim())
}

/// The code of an answer, with the numbers by which timelines and verdicts tell its lines.
pub fn code(answer: &Answer) -> String {
    let lines: Vec<(usize, &str)> = (answer.first..).zip(answer.code.lines()).collect();
    html::listing(&answer.file, "rust", &lines)
}

/// Lines of a drawing, each close to the one above.
pub fn drawn(label: &str, lines: &[String]) -> String {
    kept("mw-drawn", label, lines)
}

/// Lines to be read one by one.
pub fn listed(label: &str, lines: &[String]) -> String {
    kept("mw-drawn mw-listed", label, lines)
}

/// Lines of text that keep their places.
fn kept(class: &str, label: &str, lines: &[String]) -> String {
    format!(
        "<pre class=\"{class}\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">{}</pre>\n",
        html::text(label),
        html::lines(&lines.join("\n")),
    )
}

/// What a run's verdict says: its name, the line that it rests on, why, and what asyncio would have done.
pub fn verdict(run: &Run) -> String {
    let line = run.line().map(|line| format!(" · line {line}")).unwrap_or_default();
    format!(
        "<div class=\"mw-verdict\"><p><b>{}</b>{line}</p>\n{}</div>\n",
        html::text(&run.verdict),
        words(&run.why, &run.asyncio),
    )
}

/// Why, and what asyncio would have done, as the runner says it. What a panic says is no sentence of ours.
pub fn words(why: &str, asyncio: &str) -> String {
    let lines = why.lines().map(str::trim).filter(|line| !line.is_empty());
    let shown = |line: &str| match line.split_once(" panicked: ") {
        Some((who, said)) => {
            format!("{} panicked: <samp>{}</samp>", html::words(who), html::text(said))
        }
        None => html::words(line),
    };
    let lines: Vec<String> = lines.map(shown).collect();
    let mut text = format!("<p>{}</p>\n", lines.join("<br>"));
    if !asyncio.is_empty() {
        let head = if asyncio.contains("asyncio") { "" } else { "asyncio: " };
        text += &format!("<p>{head}{}</p>\n", html::words(asyncio));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercises::Kind;
    use crate::exercises::verdict::{Name, Verdict};

    #[test]
    fn no_line_of_a_part_is_blank() {
        let answer = Answer::of(Kind::Solve, "x", "x.rs", "//! So.\n\nfn a() {}\n\nfn b() {}\n");
        let judged = Verdict::new(Name::Panicked, "It panicked:\n\n  left: `1`\n", "It raises.");
        let parts = [
            code(&answer),
            drawn("Its timeline", &["a".to_owned(), String::new(), "b".to_owned()]),
            verdict(&Run::new(String::new(), &judged)),
        ];
        for part in &parts {
            assert!(part.lines().all(|line| !line.trim().is_empty()), "{part}");
        }
        let all = fold("mw-wrong", "<b>panicked</b>", &parts.concat());
        assert!(all.lines().all(|line| !line.trim().is_empty()), "{all}");
    }

    #[test]
    fn a_line_keeps_its_number() {
        let answer = Answer::of(Kind::Solve, "x", "x.rs", "//! So.\n\nfn a() {}\n\nfn b() {}\n");
        assert!(code(&answer).contains("<pre aria-hidden=\"true\">3\n4\n5</pre>"));
    }

    #[test]
    fn words_are_what_the_runner_says() {
        let said = words("`main` waits.\n`a<b>` waits.", "raises.");
        assert_eq!(
            said,
            "<p><code>main</code> waits.<br><code>a&lt;b&gt;</code> waits.</p>\n<p>asyncio: raises.</p>\n"
        );
        assert_eq!(words("So.", "asyncio waits too."), "<p>So.</p>\n<p>asyncio waits too.</p>\n");
        assert_eq!(words("So.", ""), "<p>So.</p>\n");
    }
}
