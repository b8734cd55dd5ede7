//! What the programs of this lesson share: the server that they fetch from.

pub mod server;
