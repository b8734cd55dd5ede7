//! Wrong: a thread that takes one job after another; between two it waits for a job, and runs nothing.
//! Earns: frozen between calls

use std::pin::Pin;
use std::sync::mpsc;
use std::thread;

use tokio::runtime::Builder;

type Job = Pin<Box<dyn Future<Output = ()> + Send>>;

pub struct Background {
    jobs: mpsc::Sender<Job>,
}

impl Background {
    pub fn start() -> Self {
        let (jobs, given) = mpsc::channel::<Job>();
        thread::spawn(move || {
            let runtime =
                Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
            for job in given {
                runtime.block_on(job);
            }
        });
        Self { jobs }
    }

    pub fn call<F>(&self, future: F) -> F::Output
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        let (sender, output) = mpsc::channel();
        let job = async move { sender.send(future.await).expect("the caller waits") };
        self.jobs.send(Box::pin(job)).expect("the thread listens");
        output.recv().expect("the future does not panic")
    }
}
