//! One small program for each thing that the recorder must see: `examples/`. The tests are in `xtask/tests/recorder.rs`.
