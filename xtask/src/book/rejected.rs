//! A program that rustc refuses: how it begins, and the first error in what rustc says of it.

/// How a rejected program begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// What was meant, and what asyncio would have done: the comment, line by line.
    pub says: Vec<String>,
    /// The line on which the program begins, from 1.
    pub program: usize,
}

impl Header {
    /// Of a source.
    pub fn of(source: &str) -> Self {
        let comment = source.lines().map_while(|line| line.strip_prefix("//"));
        let says: Vec<String> = comment.map(|line| line.trim().to_owned()).collect();
        let blank =
            source.lines().skip(says.len()).take_while(|line| line.trim().is_empty()).count();
        Self { program: says.len() + blank + 1, says }
    }

    /// Its text on one line.
    pub fn text(&self) -> String {
        self.says.join(" ")
    }

    /// The same as the page has it: what was meant, and below it what asyncio would have done.
    pub fn prose(&self) -> String {
        let text = self.text();
        let would = text.find("asyncio would ");
        let begins = would.and_then(|at| Some(text[..at].rfind(". ")? + 2));
        let text = match begins {
            Some(begins) => {
                let would = text[begins..].replacen("asyncio would ", "**asyncio** would ", 1);
                format!("{}\n\n{would}", text[..begins].trim_end())
            }
            None => text,
        };
        match text.strip_prefix("Meant:") {
            Some(meant) => format!("**Meant:**{meant}"),
            None => text,
        }
    }
}

/// The first error in what rustc says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// `E0308`, if it has a code.
    pub code: Option<String>,
    /// `mismatched types`.
    pub message: String,
}

impl Refusal {
    /// How a quiz may name it.
    pub fn spellings(&self) -> Vec<String> {
        match &self.code {
            Some(code) => vec![code.clone(), format!("{code}: {}", self.message)],
            None => vec![self.message.clone()],
        }
    }
}

/// The first error in what rustc says.
pub fn error(stderr: &str) -> Option<Refusal> {
    stderr.lines().find_map(|line| {
        let rest = line.strip_prefix("error")?;
        let (code, message) = rest.split_once(": ")?;
        let code = code.strip_prefix('[').and_then(|code| code.strip_suffix(']'));
        Some(Refusal { code: code.map(str::to_owned), message: message.to_owned() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_ends_where_the_program_begins() {
        let header = Header::of("// Meant: tea.\n// asyncio would have tea.\n\n\nfn main() {}\n");
        assert_eq!(header.text(), "Meant: tea. asyncio would have tea.");
        assert_eq!(header.program, 5);
        assert_eq!(Header::of("fn main() {}\n").program, 1);
    }

    #[test]
    fn what_asyncio_would_have_done_is_a_sentence_of_its_own() {
        let of = |source| Header::of(source).prose();
        assert_eq!(
            of("// Meant: tea. asyncio would have `tea`.\n"),
            "**Meant:** tea.\n\n**asyncio** would have `tea`."
        );
        assert_eq!(
            of("// Meant: tea, as in `a.b`. In a script asyncio would not.\n"),
            "**Meant:** tea, as in `a.b`.\n\nIn a script **asyncio** would not."
        );
        assert_eq!(of("// Meant: tea.\n"), "**Meant:** tea.");
    }

    #[test]
    fn an_error_has_a_code_or_none() {
        let of = |stderr| error(stderr).expect("an error").spellings();
        assert_eq!(of("warning: x\nerror[E0308]: no\n --> a"), ["E0308", "E0308: no"]);
        assert_eq!(of("error: incorrect use of `await`\n"), ["incorrect use of `await`"]);
        assert_eq!(error("warning: unused\n"), None);
    }
}
