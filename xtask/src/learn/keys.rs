//! The keys of a terminal, one by one and without an echo; the terminal gets its ways back on every
//! way out.

use std::io::{self, IsTerminal, Read};
use std::sync::Mutex;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use nix::sys::signal::{Signal, kill};
use nix::sys::termios::{
    LocalFlags, SetArg, SpecialCharacterIndices, Termios, tcgetattr, tcsetattr,
};
use nix::unistd::Pid;

use super::Event;
use crate::children::held;

/// What Ctrl-Z sends, once the terminal does not make a signal of it.
pub const SUSPEND: char = '\u{1a}';

/// What Ctrl-D sends.
pub const END: char = '\u{4}';

/// What Esc sends.
pub const ESCAPE: char = '\u{1b}';

/// How the terminal was, as long as it is not so.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

/// The keys. Dropped, it gives the terminal its ways back.
pub struct Keys;

impl Keys {
    /// Has every key told at once; none if stdin is no terminal.
    pub fn listen(tell: &Sender<Event>) -> Result<Option<Self>> {
        if !io::stdin().is_terminal() {
            return Ok(None);
        }
        take()?;
        let tell = tell.clone();
        thread::spawn(move || read(&tell));
        Ok(Some(Self))
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        restore();
    }
}

/// Keys come one by one from now on, and nothing shows them. Ctrl-C stays a signal; Ctrl-Z becomes a
/// key, so that the shell gets the terminal as it was.
fn take() -> Result<()> {
    let mut before = held(&BEFORE);
    let mut wanted = tcgetattr(io::stdin()).context("asking the terminal how it is set")?;
    let known = wanted.clone();
    wanted.local_flags.remove(LocalFlags::ICANON | LocalFlags::ECHO);
    wanted.control_chars[SpecialCharacterIndices::VMIN as usize] = 1;
    wanted.control_chars[SpecialCharacterIndices::VTIME as usize] = 0;
    wanted.control_chars[SpecialCharacterIndices::VSUSP as usize] = DISABLED;
    tcsetattr(io::stdin(), SetArg::TCSANOW, &wanted).context("asking the terminal for keys")?;
    *before = Some(known);
    Ok(())
}

/// The control character that no key sends.
#[cfg(target_os = "linux")]
const DISABLED: u8 = 0;
#[cfg(not(target_os = "linux"))]
const DISABLED: u8 = 0xff;

/// The terminal is as it was before.
pub fn restore() {
    if let Some(before) = held(&BEFORE).take() {
        // A terminal that is gone need not be restored.
        let _ = tcsetattr(io::stdin(), SetArg::TCSANOW, &before);
    }
}

/// Hands the terminal to the shell until it calls the runner back.
pub fn suspend() -> Result<()> {
    restore();
    kill(Pid::from_raw(0), Signal::SIGTSTP).context("stopping, as Ctrl-Z asks")?;
    // The signal takes a moment; the time stands still while the runner does.
    thread::sleep(Duration::from_millis(50));
    take()
}

fn read(tell: &Sender<Event>) {
    let mut piece = [0; 64];
    loop {
        let length = match io::stdin().lock().read(&mut piece) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => break,
        };
        for key in keys(&piece[..length]) {
            if tell.send(Event::Key(key)).is_err() {
                return;
            }
        }
    }
    // At the very end nobody may listen.
    let _ = tell.send(Event::NoKeys);
}

/// The keys in what the terminal sent at once. An arrow or a function key sends Esc and more: it is no
/// key of ours.
fn keys(piece: &[u8]) -> Vec<char> {
    let text = String::from_utf8_lossy(piece);
    if text.len() > 1 && text.starts_with(ESCAPE) {
        return Vec::new();
    }
    text.chars().collect()
}

#[cfg(test)]
mod tests {
    use super::keys;

    #[test]
    fn an_arrow_is_no_key() {
        assert_eq!(keys(b"\x1b[A"), []);
        assert_eq!(keys(b"\x1b"), ['\u{1b}']);
        assert_eq!(keys(b"hq"), ['h', 'q']);
    }
}
