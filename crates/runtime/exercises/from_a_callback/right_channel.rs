//! Right: the callback sends its question into async code, and waits for the answer.

use tokio::sync::{mpsc, oneshot};
use tokio::task::spawn_blocking;

use crate::{follow, link};

pub async fn trail(start: String) -> Vec<String> {
    let (questions, mut asked) = mpsc::channel::<(String, oneshot::Sender<Option<String>>)>(1);
    let following = spawn_blocking(move || {
        follow(start, |page| {
            let (answer, answered) = oneshot::channel();
            questions.blocking_send((page.to_owned(), answer)).expect("somebody listens");
            answered.blocking_recv().expect("each question is answered")
        })
    });
    while let Some((page, answer)) = asked.recv().await {
        answer.send(link(&page).await).expect("the callback waits");
    }
    following.await.expect("follow does not panic")
}
