//! Reads a program's stdout without waking at each record.

use std::io::{self, ErrorKind, Read};
use std::ops::ControlFlow;
use std::thread;
use std::time::Duration;

/// How much is read at once: what a pipe holds.
const PIECE: usize = 64 << 10;

/// How long is rested after a piece.
const REST: Duration = Duration::from_micros(200);

/// Reads a recorded program's stdout to its end, or until `take` breaks, and hands it on piece by piece.
///
/// After each piece that was not all that a pipe holds it rests for 0.2 ms. Whoever waits at an empty pipe
/// is woken by each record, and waking costs the program a third of what recording does.
///
/// # Errors
///
/// If the pipe cannot be read.
pub fn read_pipe<B>(
    mut pipe: impl Read,
    mut take: impl FnMut(&[u8]) -> ControlFlow<B>,
) -> io::Result<ControlFlow<B>> {
    let mut piece = vec![0; PIECE];
    loop {
        let length = match pipe.read(&mut piece) {
            Ok(0) => return Ok(ControlFlow::Continue(())),
            Ok(length) => length,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if let ControlFlow::Break(with) = take(&piece[..length]) {
            return Ok(ControlFlow::Break(with));
        }
        if length < PIECE {
            thread::sleep(REST);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use super::*;

    /// A pipe in which these lie, one after the other.
    struct Pieces(VecDeque<io::Result<&'static [u8]>>);

    impl Read for Pieces {
        fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
            let next = self.0.pop_front().unwrap_or(Ok(b""))?;
            piece[..next.len()].copy_from_slice(next);
            Ok(next.len())
        }
    }

    #[test]
    fn all_is_handed_on_whatever_interrupts() {
        let interrupted = Err(io::Error::from(ErrorKind::Interrupted));
        let pipe = Pieces([Ok(&b"tea"[..]), interrupted, Ok(b" and"), Ok(b" cake")].into());
        let mut all = Vec::new();
        let end = read_pipe(pipe, |piece| -> ControlFlow<()> {
            all.extend_from_slice(piece);
            ControlFlow::Continue(())
        });
        assert_eq!(end.expect("it can be read"), ControlFlow::Continue(()));
        assert_eq!(all, b"tea and cake");
    }

    #[test]
    fn nothing_is_read_after_a_break() {
        let mut pipe = Pieces([Ok(&b"tea"[..]), Ok(b"cake")].into());
        let end = read_pipe(&mut pipe, |piece| ControlFlow::Break(piece.len()));
        assert_eq!(end.expect("it can be read"), ControlFlow::Break(3));
        assert_eq!(pipe.0.len(), 1);
    }

    #[test]
    fn an_error_ends_it() {
        let pipe = Pieces([Err(io::Error::from(ErrorKind::BrokenPipe))].into());
        let end = read_pipe(pipe, |_| ControlFlow::Break(()));
        assert_eq!(end.expect_err("it cannot be read").kind(), ErrorKind::BrokenPipe);
    }
}
