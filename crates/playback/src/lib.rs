//! Reads recordings: from the bytes that a recorded program wrote to its stdout to a [`Recording`],
//! and from there to a transcript.
