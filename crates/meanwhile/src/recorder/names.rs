//! The names of functions, as the compiler's v0 mangling has them, types and all:
//! `<tokio::time::sleep::Sleep as core::future::future::Future>::poll`.

/// A name without types: `tokio::time::sleep::Sleep::poll` for the one above.
pub fn bare(name: &str) -> String {
    let (own, rest) = match name.strip_prefix('<') {
        Some(inner) => {
            let end = closing(inner);
            let own = inner[..end].split(" as ").next().unwrap_or_default();
            (own, inner.get(end + 1..).unwrap_or_default())
        }
        None => ("", name),
    };
    let mut bare = String::with_capacity(name.len());
    if own.starts_with('<') {
        bare.push_str(&self::bare(own));
    } else {
        push_without_types(&mut bare, own);
    }
    push_without_types(&mut bare, rest);
    bare
}

fn push_without_types(bare: &mut String, text: &str) {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '<' => {
                if depth == 0 && bare.ends_with("::") {
                    bare.truncate(bare.len() - 2);
                }
                depth += 1;
            }
            '>' if !text[..at].ends_with('-') => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(letter),
            _ => {}
        }
    }
}

/// Where the bracket closes that was opened before `text`.
fn closing(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '<' => depth += 1,
            '>' if text[..at].ends_with('-') => {}
            '>' if depth == 0 => return at,
            '>' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// Where the last list of types begins that is inside no other.
pub fn outermost_list(name: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut start = None;
    for (at, letter) in name.char_indices() {
        match letter {
            '<' => {
                if depth == 0 && name[..at].ends_with("::") {
                    start = Some(at + 1);
                }
                depth += 1;
            }
            '>' if !name[..at].ends_with('-') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    start
}

/// The first path in `types` that begins at the crate `own`.
pub fn own_path<'types>(types: &'types str, own: &str) -> Option<&'types str> {
    let prefix = format!("{own}::");
    let at = types.match_indices(&prefix).map(|(at, _)| at).find(|at| {
        let before = types[..*at].chars().next_back();
        before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_' && letter != ':')
    })?;
    let path = &types[at..];
    let end = path.find(['<', '>', ',', '(', ')', '[', ']', ' ', ';']).unwrap_or(path.len());
    Some(path[..end].trim_end_matches(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_left_out_of_names() {
        let sleep = "<tokio::time::sleep::Sleep as core::future::future::Future>::poll";
        assert_eq!(bare(sleep), "tokio::time::sleep::Sleep::poll");
        let core =
            "<tokio::runtime::task::core::Core<app::main::{closure#0}, alloc::sync::Arc<H>>>::poll";
        assert_eq!(bare(core), "tokio::runtime::task::core::Core::poll");
        let handle = "<tokio::runtime::task::join::JoinHandle<fn() -> u32> as core::future::future::Future>::poll";
        assert_eq!(bare(handle), "tokio::runtime::task::join::JoinHandle::poll");
        let free = "tokio::task::spawn::spawn::<app::work::{closure#0}>";
        assert_eq!(bare(free), "tokio::task::spawn::spawn");
    }

    #[test]
    fn only_a_whole_crate_name_is_the_programs_own() {
        assert_eq!(own_path("map::work::{closure#0}", "app"), None);
        assert_eq!(own_path("my::app::work", "app"), None);
        assert_eq!(own_path("(&app::work, u32)", "app"), Some("app::work"));
    }
}
