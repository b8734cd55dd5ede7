//! The `#[meanwhile::main(…)]` that stands on a program's main function, read from its source.

use std::ops::Range;

/// The attribute and what it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Where it stands in the source, from `#` to `]`.
    pub span: Range<usize>,
    /// What is between its parentheses.
    pub arguments: String,
    /// Whether it stands on an `async fn`; else the program builds its runtimes itself.
    pub on_async: bool,
}

impl Attribute {
    /// Finds the attribute. It begins a line; a mention in a comment does not.
    pub fn find(source: &str) -> Option<Self> {
        const OPENING: &str = "#[meanwhile::main";
        let mut at = 0;
        for line in source.split_inclusive('\n') {
            if line.trim_start().starts_with(OPENING) {
                let start = at + line.len() - line.trim_start().len();
                let end = start + source[start..].find(']')? + 1;
                let arguments = source[start + OPENING.len()..end - 1].trim();
                let arguments = arguments.trim_start_matches('(').trim_end_matches(')').trim();
                let before_name = source[end..].split_once("fn ")?.0;
                return Some(Self {
                    span: start..end,
                    arguments: arguments.to_owned(),
                    on_async: before_name.split_whitespace().any(|word| word == "async"),
                });
            }
            at += line.len();
        }
        None
    }

    /// Whether the program asks for the real clock, by word or by having several threads.
    pub fn needs_real_clock(&self) -> bool {
        self.value_of("clock") == Some("real")
            || self.on_async && self.value_of("flavor") != Some("current_thread")
    }

    /// The value of `name = "value"` or `name = 2` among the arguments.
    pub fn value_of(&self, name: &str) -> Option<&str> {
        self.pairs().find(|(known, _)| *known == name).map(|(_, value)| value.trim_matches('"'))
    }

    /// The arguments, one by one, as they are written.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.arguments.split(',').filter_map(|pair| {
            let (name, value) = pair.split_once('=')?;
            Some((name.trim(), value.trim()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Attribute;

    fn real(source: &str) -> bool {
        Attribute::find(source).expect("an attribute").needs_real_clock()
    }

    #[test]
    fn one_thread_runs_on_the_virtual_clock() {
        assert!(!real("#[meanwhile::main(flavor = \"current_thread\")]\nasync fn main() {}"));
    }

    #[test]
    fn several_threads_need_the_real_clock() {
        assert!(real("#[meanwhile::main]\nasync fn main() {}"));
        assert!(real("#[meanwhile::main(worker_threads = 2)]\nasync fn main() {}"));
    }

    #[test]
    fn a_program_can_ask_for_the_real_clock() {
        let source = "#[meanwhile::main(\n    flavor = \"current_thread\",\n    clock = \"real\",\n)]\nasync fn main() {}";
        assert!(real(source));
    }

    #[test]
    fn a_main_that_is_not_async_builds_its_own_runtimes() {
        let attribute = Attribute::find("// x\n#[meanwhile::main]\nfn main() { async {}; }");
        assert!(!attribute.as_ref().expect("an attribute").on_async);
        assert!(!attribute.expect("an attribute").needs_real_clock());
    }

    #[test]
    fn a_mention_in_a_comment_is_none() {
        assert_eq!(Attribute::find("//! see #[meanwhile::main]\nfn main() {}"), None);
    }
}
