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
        _ => text(part).replace('\'', "’"),
    });
    parts.collect()
}

/// A path, which breaks behind a `/` or a `_` where it has to.
pub fn path(plain: &str) -> String {
    format!("<code>{}</code>", text(plain).replace('/', "/<wbr>").replace('_', "_<wbr>"))
}

/// Markdown, the paths in which break as [`path`] has it.
pub fn breaking(markdown: &str) -> String {
    let is_path = |part: &str| part.contains('/') && !part.contains(char::is_whitespace);
    let parts = markdown.split('`').enumerate().map(|(place, part)| match place % 2 {
        1 if is_path(part) => path(part),
        1 => format!("`{part}`"),
        _ => part.to_owned(),
    });
    parts.collect()
}

/// A text with the numbers of its lines.
pub fn listing(label: &str, language: &str, shown: &[(usize, &str)]) -> String {
    let numbers: Vec<String> = shown.iter().map(|(number, _)| number.to_string()).collect();
    let code: Vec<&str> = shown.iter().map(|(_, line)| *line).collect();
    format!(
        "<div class=\"mw-listing\"><pre aria-hidden=\"true\">{}</pre><pre tabindex=\"0\" role=\"group\" \
         aria-label=\"{}\"><code class=\"language-{language}\">{}\n</code></pre></div>\n",
        numbers.join("\n"),
        text(label),
        lines(&code.join("\n")),
    )
}

#[cfg(test)]
mod tests {
    use super::{breaking, lines, listing, path, text, words};

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
        assert_eq!(words("`'a'` is tokio's."), "<code>'a'</code> is tokio’s.");
    }

    #[test]
    fn a_path_breaks_between_its_parts() {
        assert_eq!(path("a/b_c.rs"), "<code>a/<wbr>b_<wbr>c.rs</code>");
    }

    #[test]
    fn a_path_in_a_sentence_breaks_and_other_code_does_not() {
        assert_eq!(breaking("Read `a/b.rs`."), "Read <code>a/<wbr>b.rs</code>.");
        assert_eq!(breaking("`x_y` is ``a_b`` and `1 / 2`."), "`x_y` is ``a_b`` and `1 / 2`.");
    }

    #[test]
    fn a_line_of_a_listing_keeps_its_number() {
        let listing = listing("a.rs", "rust", &[(3, "a"), (4, ""), (7, "b")]);
        assert!(listing.contains("<pre aria-hidden=\"true\">3\n4\n7</pre>"), "{listing}");
        assert!(listing.contains("<code class=\"language-rust\">a\n<!-- -->\nb\n</code>"));
    }
}
