//! Drains a program's stdout and stderr while it runs, in bounded memory.

use std::io::Read;
use std::ops::ControlFlow;
use std::process::{ChildStderr, ChildStdout};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use playback::{Reader, Recording};

use crate::children::held;
use crate::limits::Limits;

/// How much of stderr's end is kept.
const STDERR_TAIL: usize = 64 << 10;

/// How long a pipe may be silent, once the program has ended, until nobody waits for it any more:
/// a process that has left the group can hold it open for ever.
const SILENCE: Duration = Duration::from_secs(5);

/// What a record takes of stdout, on the average, at most.
const BYTES_A_RECORD: usize = 256;

/// The limit that a program's output has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Too much was printed.
    Printed,
    /// Too much was recorded.
    Records,
}

/// Both pipes, with a thread at each.
pub struct Pipes {
    output: Arc<Mutex<Output>>,
    /// Ends when both pipes are closed.
    news: Receiver<Over>,
}

/// What came out of the pipes.
pub struct Drained {
    /// What stdout's records and lines make.
    pub recording: Recording,
    /// The end of stderr.
    pub stderr: String,
    /// The limit that was reached, if one was.
    pub over: Option<Over>,
}

struct Output {
    /// None once nobody reads any more.
    reader: Option<Reader>,
    stderr: Vec<u8>,
    bytes: usize,
    lines: usize,
    limits: Limits,
    began: Instant,
    over: Option<Over>,
}

impl Pipes {
    /// Begins to drain the pipes of a program that was started at `began`.
    pub fn drain(
        (stdout, stderr): (ChildStdout, ChildStderr),
        mark: &str,
        limits: Limits,
        began: Instant,
    ) -> Self {
        let output = Arc::new(Mutex::new(Output {
            reader: Some(Reader::new(mark)),
            stderr: Vec::new(),
            bytes: 0,
            lines: 0,
            limits,
            began,
            over: None,
        }));
        let (send, news) = mpsc::channel();
        pump(stdout, send.clone(), &output, Output::read);
        pump(stderr, send, &output, Output::keep);
        Self { output, news }
    }

    /// Waits a moment for a limit to be reached.
    pub fn over(&self, moment: Duration) -> Option<Over> {
        match self.news.recv_timeout(moment) {
            Ok(over) => Some(over),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => {
                thread::sleep(Duration::from_millis(1));
                None
            }
        }
    }

    /// Waits until all is read that a program has left in its pipes when it ended.
    pub fn finish(self) -> Drained {
        let mut last = (0, Instant::now());
        loop {
            match self.news.recv_timeout(SILENCE / 10) {
                Err(RecvTimeoutError::Disconnected) => break,
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
            }
            let bytes = held(&self.output).bytes;
            if bytes != last.0 {
                last = (bytes, Instant::now());
            } else if last.1.elapsed() >= SILENCE {
                break;
            }
        }
        let mut output = held(&self.output);
        let reader = output.reader.take().expect("only this takes the reader");
        Drained {
            recording: reader.finish(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
            over: output.over,
        }
    }
}

fn pump(
    mut pipe: impl Read + Send + 'static,
    news: Sender<Over>,
    output: &Arc<Mutex<Output>>,
    take: fn(&mut Output, &[u8]) -> ControlFlow<Over>,
) {
    let output = Arc::clone(output);
    thread::spawn(move || {
        let mut piece = vec![0; 64 << 10];
        while let Ok(length @ 1..) = pipe.read(&mut piece) {
            if let ControlFlow::Break(over) = take(&mut held(&output), &piece[..length]) {
                // Nobody may be left to hear it.
                let _ = news.send(over);
                break;
            }
        }
    });
}

impl Output {
    fn read(&mut self, piece: &[u8]) -> ControlFlow<Over> {
        let Some(reader) = &mut self.reader else { return ControlFlow::Break(Over::Printed) };
        reader.feed(piece, self.began.elapsed());
        let records = reader.records_read();
        self.bytes += piece.len();
        self.lines += piece.iter().filter(|byte| **byte == b'\n').count();
        let printed = self.bytes.saturating_sub(records * BYTES_A_RECORD);
        let lines = self.lines.saturating_sub(records);
        if records > self.limits.records {
            self.over = Some(Over::Records);
        } else if printed > self.limits.printed || lines > self.limits.lines {
            self.over = Some(Over::Printed);
        }
        self.over.map_or(ControlFlow::Continue(()), ControlFlow::Break)
    }

    fn keep(&mut self, piece: &[u8]) -> ControlFlow<Over> {
        self.stderr.extend_from_slice(piece);
        let surplus = self.stderr.len().saturating_sub(STDERR_TAIL);
        self.stderr.drain(..surplus);
        ControlFlow::Continue(())
    }
}
