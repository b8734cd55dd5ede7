//! `std` for a program that is explored: what it prints is collected, and a task that waits for a
//! lock lets the others run.
//!
//! The programs see it in the place of `std`. What blocks a thread, reads the real clock or opens a
//! socket is not here, so that a program that does does not compile.

pub use std::*;

#[doc(hidden)]
pub use explorer::print as __print;

/// Locks that a schedule can wait for, and the rest as it is.
pub mod sync {
    pub use shuttle::sync::{
        Condvar, Mutex, MutexGuard, RwLock, RwLockReadGuard, RwLockWriteGuard,
    };
    pub use std::sync::*;
}

/// Without threads: all tasks of a schedule share one.
pub mod thread {
    pub use std::thread::panicking;
}

/// Without the real clock.
pub mod time {
    pub use std::time::Duration;
}

/// Without sockets.
pub mod net {
    pub use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};
}

/// Collects a line, after another task may have run.
#[macro_export]
macro_rules! println {
    () => { $crate::__print("\n") };
    ($($text:tt)*) => { $crate::__print(&($crate::format!($($text)*) + "\n")) };
}

/// Collects a part of a line, after another task may have run.
#[macro_export]
macro_rules! print {
    ($($text:tt)*) => { $crate::__print(&$crate::format!($($text)*)) };
}

/// What goes to stderr is not collected.
#[macro_export]
macro_rules! eprintln {
    ($($text:tt)*) => { $crate::mem::drop($crate::format!($($text)*)) };
}

/// What goes to stderr is not collected.
#[macro_export]
macro_rules! eprint {
    ($($text:tt)*) => { $crate::mem::drop($crate::format!($($text)*)) };
}
