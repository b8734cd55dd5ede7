//! Text in HTML that stands inside Markdown: a blank line would end it there.

/// Text, in an element or between the quotes of an attribute.
pub fn text(plain: &str) -> String {
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A source or an output inside `<pre>`: a blank line holds a comment, which nobody sees.
pub fn lines(plain: &str) -> String {
    let shown = |line: &str| match line.trim() {
        "" => "<!-- -->".to_owned(),
        _ => text(line).replace("{{", "&#123;&#123;"),
    };
    plain.trim_end().lines().map(shown).collect::<Vec<_>>().join("\n")
}

/// A sentence that may hold `code` between backquotes, as a manifest writes it.
pub fn words(plain: &str) -> String {
    let parts = plain.split('`').enumerate().map(|(place, part)| match place % 2 {
        1 => format!("<code>{}</code>", text(part)),
        _ => text(part),
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::{lines, text, words};

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(text("a<b> & \"c\""), "a&lt;b&gt; &amp; &quot;c&quot;");
    }

    #[test]
    fn no_line_is_blank_and_none_asks_mdbook_for_anything() {
        assert_eq!(lines("a\n\n  \nb {{#x}}\n\n"), "a\n<!-- -->\n<!-- -->\nb &#123;&#123;#x}}");
    }

    #[test]
    fn code_stands_between_backquotes() {
        assert_eq!(words("`a<b>` is not b."), "<code>a&lt;b&gt;</code> is not b.");
    }
}
