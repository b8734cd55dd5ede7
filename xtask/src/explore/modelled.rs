//! What the explorer does not know, as far as the program says that it does it.

use crate::attribute::Attribute;

/// What a program does that is not modelled, read from its attribute.
pub fn not_modelled(source: &str) -> Option<&'static str> {
    let Some(attribute) = Attribute::find(source) else {
        return Some("it has no `#[meanwhile::main]`");
    };
    if !attribute.on_async {
        return Some("its main is a plain function: it builds its runtimes itself, or has none");
    }
    if attribute.value_of("flavor") != Some("current_thread") {
        return Some("it asks for several threads");
    }
    if attribute.value_of("clock") == Some("real") {
        return Some(
            "it asks for the real clock: it blocks a thread, waits for one, or opens a socket",
        );
    }
    None
}

#[cfg(test)]
mod tests {
    use super::not_modelled;

    #[test]
    fn each_reason_has_its_words() {
        let with = |attribute: &str| format!("//! x\n#[meanwhile::main{attribute}]\n");
        let current = "(flavor = \"current_thread\")";
        for (source, words) in [
            ("fn main() {}".to_owned(), Some("no `#[meanwhile::main]`")),
            (with("") + "fn main() {}\n", Some("plain function")),
            (with("") + "async fn main() {}\n", Some("several threads")),
            (
                with("(flavor = \"current_thread\", clock = \"real\")") + "async fn main() {}\n",
                Some("real clock"),
            ),
            (with(current) + "async fn main() {}\n", None),
        ] {
            let why = not_modelled(&source);
            assert_eq!(why.is_some(), words.is_some(), "{source}");
            assert!(why.unwrap_or_default().contains(words.unwrap_or_default()), "{why:?}");
        }
    }
}
