//! `#[meanwhile::main]` for a program that is run many times.

use proc_macro::{TokenStream, TokenTree};

/// Hands the main function over to be explored. Its arguments say what is known without them: the
/// runner leaves out what needs threads or the real clock.
#[proc_macro_attribute]
pub fn main(_arguments: TokenStream, function: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = function.clone().into_iter().collect();
    let is_fn =
        |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word.to_string() == "fn");
    let Some(at) = tokens.iter().position(is_fn) else {
        return r#"::core::compile_error! { "`#[meanwhile::main]` stands on `async fn main`" }"#
            .parse()
            .expect("a call");
    };
    let name = tokens.get(at + 1).map(ToString::to_string).unwrap_or_default();
    format!("fn {name}() {{ {function} ::meanwhile::explore({name}); }}")
        .parse()
        .expect("a function in a function")
}
