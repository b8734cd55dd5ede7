//! Arbitrary bytes, cut into pieces of the sizes that the first three say. So that it meets records
//! soon, `M` after a separator stands for the mark.
#![no_main]

use libfuzzer_sys::fuzz_target;
use playback_fuzz::{MARK, read};
use records::SEPARATOR;

fuzz_target!(|input: &[u8]| {
    let (sizes, text) = input.split_at(input.len().min(3));
    let mut bytes = Vec::new();
    for byte in text {
        match byte {
            b'M' if bytes.last() == Some(&SEPARATOR) => bytes.extend(MARK.bytes()),
            byte => bytes.push(*byte),
        }
    }
    read(&bytes, sizes);
});
