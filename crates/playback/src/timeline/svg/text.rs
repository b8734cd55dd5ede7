//! Text in a drawing: how wide it is, how it is shortened, how it is written in XML.

/// A font, as far as a drawing knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Font {
    /// Its size in pixels.
    pub size: u32,
    /// How wide a letter is taken to be, in thousandths of the size: no font is at hand when a drawing
    /// is made, so there is slack in it.
    letter: u32,
}

impl Font {
    /// The names of rows.
    pub const NAME: Self = Self { size: 13, letter: 660 };
    /// Instants, the legend, notes.
    pub const WORDS: Self = Self { size: 12, letter: 580 };
    /// What is awaited; every letter has the same width.
    pub const WAIT: Self = Self { size: 10, letter: 620 };
    /// The number of a printed line.
    pub const NUMBER: Self = Self { size: 10, letter: 620 };

    /// How wide a text is, in pixels; rather too wide than too narrow.
    pub fn width(self, text: &str) -> f64 {
        let letters: usize = text.chars().map(columns).sum();
        letters as f64 * self.letter()
    }

    fn letter(self) -> f64 {
        f64::from(self.size * self.letter) / 1000.0
    }
}

/// The letters of Asian scripts are twice as wide as others, and so are pictures.
fn columns(letter: char) -> usize {
    if letter < '\u{1100}' || ('\u{2000}'..'\u{2e80}').contains(&letter) { 1 } else { 2 }
}

/// The text with its middle left out, so that it has no more than `most` letters.
pub fn shortened(text: &str, most: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    if letters.iter().copied().map(columns).sum::<usize>() <= most {
        return text.to_owned();
    }
    let is_wide = letters.iter().any(|letter| columns(*letter) > 1);
    let kept = (if is_wide { most / 2 } else { most }).saturating_sub(1);
    let (head, tail) = (kept.div_ceil(2), kept / 2);
    let head = letters.iter().take(head);
    let tail = letters.iter().skip(letters.len().saturating_sub(tail));
    head.chain(['…'].iter()).chain(tail).collect()
}

/// The text as XML has it. What XML has no way to write is replaced.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\r' | '\t' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            letter if letter.is_control() => escaped.push('\u{fffd}'),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_left_out() {
        assert_eq!(shortened("download", 8), "download");
        assert_eq!(shortened("download_and_parse#12", 9), "down…e#12");
        assert_eq!(shortened("名前名前名前", 8), "名前…前");
    }

    #[test]
    fn markup_and_what_xml_cannot_say_are_no_danger() {
        assert_eq!(
            escaped("<a href=\"x\">&\u{1b}\n"),
            "&lt;a href=&quot;x&quot;&gt;&amp;\u{fffd} "
        );
    }
}
