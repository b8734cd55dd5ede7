#[meanwhile::main(flavor = "current_thread")]
async fn main() -> Result<(), std::num::ParseIntError> {
    let number: u32 = "7".parse()?;
    number
}
