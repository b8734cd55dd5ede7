//! `#[meanwhile::main]`: what `#[tokio::main]` writes, handed to `meanwhile` to run.
//!
//! Written without a parser library, so that a lesson compiles little before it runs.

use proc_macro::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};

mod arguments;

use arguments::Arguments;

/// Runs an `async fn main` on a tokio runtime, as `#[tokio::main]` does.
///
/// | argument | meaning |
/// | --- | --- |
/// | `flavor = "current_thread"` or `"multi_thread"` | which runtime; multi-threaded if left out |
/// | `worker_threads = 2` | threads of the multi-threaded runtime; one a core if left out |
/// | `clock = "real"` | the program blocks a thread, opens a socket or has more threads than one: it cannot run on the virtual clock |
///
/// On a `fn main` that is not async it starts the recorder and nothing else: such a program
/// builds its runtimes itself, and `clock` is all that it can say.
#[proc_macro_attribute]
pub fn main(arguments: TokenStream, function: TokenStream) -> TokenStream {
    let is_main = function.clone().into_iter().any(|token| is_word(&token, "fn"));
    expand(arguments, function).unwrap_or_else(|mistake| {
        let mut error = mistake.into_compile_error();
        if is_main {
            // One mistake, one message: a program without `main` would get a second.
            error.extend("fn main() {}".parse::<TokenStream>().expect("a function"));
        }
        error
    })
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident.to_string() == word)
}

/// What is wrong with the use of the attribute, and where.
struct Mistake {
    at: Span,
    message: String,
}

impl Mistake {
    fn new(at: Span, message: impl Into<String>) -> Self {
        Self { at, message: message.into() }
    }

    fn into_compile_error(self) -> TokenStream {
        let mut text = TokenTree::Literal(Literal::string(&self.message));
        text.set_span(self.at);
        let mut call: Vec<TokenTree> = "::core::compile_error!"
            .parse::<TokenStream>()
            .expect("a path and a bang")
            .into_iter()
            .collect();
        call.push(Group::new(Delimiter::Brace, text.into()).into());
        for token in &mut call {
            token.set_span(self.at);
        }
        call.into_iter().collect()
    }
}

fn expand(arguments: TokenStream, function: TokenStream) -> Result<TokenStream, Mistake> {
    let arguments = Arguments::parse(arguments)?;
    let function: Vec<TokenTree> = function.into_iter().collect();
    let main = Main::find(&function)?;
    if let Some((at, name)) = arguments.of_runtime.as_ref().filter(|_| !main.is_async) {
        let message = format!(
            "`{name}` is of the runtime that an `async fn main` is given; a `fn main` builds its own"
        );
        return Err(Mistake::new(*at, message));
    }
    let program = arguments.into_program();

    let body: TokenStream = if main.is_async {
        let inner: TokenStream = function.iter().skip(main.async_at).cloned().collect();
        let name = &main.name;
        let call: TokenStream =
            format!("::meanwhile::entry::run(&{program}, {name}())").parse().expect("a call");
        inner.into_iter().chain(call).collect()
    } else {
        let start: TokenStream = format!("let _recording = ::meanwhile::entry::start(&{program});")
            .parse()
            .expect("a call");
        start.into_iter().chain(main.body.stream()).collect()
    };

    let mut outer: Vec<TokenTree> = function
        .iter()
        .enumerate()
        .filter(|(at, _)| !(main.is_async && *at == main.async_at))
        .map(|(_, token)| token.clone())
        .collect();
    let mut block = Group::new(Delimiter::Brace, body);
    block.set_span(main.body.span());
    *outer.last_mut().expect("a function ends in its body") = block.into();
    Ok(outer.into_iter().collect())
}

/// The parts of the annotated function that the expansion needs.
struct Main {
    /// Where `async` stands; where `fn` stands if there is none.
    async_at: usize,
    is_async: bool,
    name: Ident,
    body: Group,
}

impl Main {
    fn find(function: &[TokenTree]) -> Result<Self, Mistake> {
        let word = |word: &str| function.iter().position(|token| is_word(token, word));
        let not_a_function =
            || Mistake::new(Span::call_site(), "`#[meanwhile::main]` stands on `async fn main`");
        let fn_at = word("fn").ok_or_else(not_a_function)?;
        let Some(TokenTree::Ident(name)) = function.get(fn_at + 1) else {
            return Err(not_a_function());
        };
        if let Some(TokenTree::Group(parameters)) = function.get(fn_at + 2)
            && !parameters.stream().is_empty()
        {
            return Err(Mistake::new(parameters.span(), "the main function takes no arguments"));
        }
        let Some(TokenTree::Group(body)) = function.last() else {
            return Err(not_a_function());
        };
        let async_at = word("async").filter(|at| *at < fn_at);
        Ok(Self {
            is_async: async_at.is_some(),
            async_at: async_at.unwrap_or(fn_at),
            name: name.clone(),
            body: body.clone(),
        })
    }
}
