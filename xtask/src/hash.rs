//! A short name for a text.

/// A number that changes with a text: FNV-1a of 64 bits, in hexadecimal.
pub fn hash(text: &str) -> String {
    let number = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{number:016x}")
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn another_text_has_another_hash() {
        assert_eq!(hash(""), "cbf29ce484222325");
        assert_eq!(hash("a"), "af63dc4c8601ec8c");
    }
}
