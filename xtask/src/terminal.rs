//! What must be kept to on this terminal: its width, its letters, its colours.

use std::env;

use anstyle::{AnsiColor, Style};
use console::Term;
use playback::timeline::{Ink, Options};

/// The width where stdout is no terminal.
const WIDTH: usize = 80;

/// How far everything stands from the left.
const INDENT: usize = 2;

/// How to draw here; in ASCII if that is asked for, or if the locale knows nothing else.
pub fn options(ascii: bool) -> Options {
    let ascii = ascii || !speaks_unicode(|name| env::var(name).ok());
    Options { width: width().saturating_sub(INDENT), ascii, paint, ..Options::default() }
}

/// The terminal's width: what `COLUMNS` says, if it is a number, or the terminal itself.
pub fn width() -> usize {
    let wanted = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let found = || Term::stdout().size_checked().map(|(_, columns)| usize::from(columns));
    wanted.filter(|columns| *columns > 0).or_else(found).unwrap_or(WIDTH)
}

/// Whether the locale's letters are UTF-8: the first of its variables that is set decides. Where none
/// is, the C locale rules, which knows ASCII alone.
fn speaks_unicode(variable: impl Fn(&str) -> Option<String>) -> bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"];
    let locale = names.into_iter().filter_map(variable).find(|value| !value.is_empty());
    let locale = locale.unwrap_or_default().to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

fn paint(ink: Ink, text: &str) -> String {
    let style = match ink {
        Ink::Runs => AnsiColor::Blue.on_default(),
        Ink::Line => AnsiColor::BrightWhite.on(AnsiColor::Blue).bold(),
        Ink::Blocks | Ink::Panicked => AnsiColor::Red.on_default().bold(),
        Ink::Cancelled => AnsiColor::Red.on_default(),
        Ink::Queued | Ink::Outside => AnsiColor::Yellow.on_default(),
        Ink::Arrow => AnsiColor::Magenta.on_default(),
        Ink::Differs => AnsiColor::Red.on_default().bold(),
        Ink::Done => AnsiColor::Green.on_default(),
        Ink::Heading => Style::new().bold(),
        Ink::Suspended | Ink::Aside => Style::new().dimmed(),
        Ink::Blank => return text.to_owned(),
    };
    format!("{style}{text}{style:#}")
}

#[cfg(test)]
mod tests {
    use super::speaks_unicode;

    #[test]
    fn the_first_variable_that_is_set_decides() {
        let locale = |set: &'static [(&str, &str)]| {
            speaks_unicode(|name| {
                let value = set.iter().find(|(known, _)| *known == name);
                value.map(|(_, value)| (*value).to_owned())
            })
        };
        assert!(locale(&[("LANG", "de_DE.UTF-8")]));
        assert!(locale(&[("LC_ALL", "C.utf8"), ("LANG", "C")]));
        assert!(locale(&[("LC_ALL", ""), ("LANG", "en_GB.UTF-8")]));
        assert!(!locale(&[("LC_CTYPE", "C"), ("LANG", "en_GB.UTF-8")]));
        assert!(!locale(&[("LANG", "POSIX")]));
        assert!(!locale(&[]));
    }
}
