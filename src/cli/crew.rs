//! Many jobs for the judge at once: each judge is a process of its own, so as many work as there are processors.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Condvar, LazyLock, Mutex};

/// Does every job and gives the results in the order of the jobs.
pub fn share<J: Sync, R: Send>(jobs: &[J], work: impl Fn(&J) -> R + Sync) -> Vec<R> {
    let mut done = Vec::with_capacity(jobs.len());
    each(jobs, work, |result| done.push(result));
    done
}

/// Does every job and hands each result on as soon as those of all jobs before it are there.
pub fn each<J: Sync, R: Send>(jobs: &[J], work: impl Fn(&J) -> R + Sync, mut take: impl FnMut(R)) {
    let (next, (sender, results)) = (AtomicUsize::new(0), channel());
    let mine = |sender: std::sync::mpsc::Sender<(usize, R)>| {
        while let (number, Some(job)) = pick(&next, jobs) {
            if sender.send((number, work(job))).is_err() {
                return;
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..processors().min(jobs.len()) {
            let sender = sender.clone();
            scope.spawn(|| mine(sender));
        }
        drop(sender);
        let (mut early, mut due) = (BTreeMap::new(), 0);
        for (number, result) in results {
            early.insert(number, result);
            while let Some(result) = early.remove(&due) {
                take(result);
                due += 1;
            }
        }
    });
}

fn pick<'j, J>(next: &AtomicUsize, jobs: &'j [J]) -> (usize, Option<&'j J>) {
    let number = next.fetch_add(1, Ordering::Relaxed);
    (number, jobs.get(number))
}

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// The judges that may still be started, and who waits for one.
static SEATS: LazyLock<(Mutex<usize>, Condvar)> =
    LazyLock::new(|| (Mutex::new(processors()), Condvar::new()));

/// Does a judge's work when a processor is free for it: crews within crews start no more judges than that.
pub fn seated<R>(work: impl FnOnce() -> R) -> R {
    let (free, left) = &*SEATS;
    let seats = free.lock().expect("nobody panics in a seat");
    let mut seats = left.wait_while(seats, |seats| *seats == 0).expect("nobody panics in a seat");
    *seats -= 1;
    drop(seats);
    let result = work();
    *free.lock().expect("nobody panics in a seat") += 1;
    left.notify_one();
    result
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::{each, processors, seated, share};

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        let jobs: Vec<u32> = (0..100).collect();
        assert_eq!(share(&jobs, |job| job * 2), jobs.iter().map(|job| job * 2).collect::<Vec<_>>());
        assert_eq!(share(&[] as &[u32], |job| *job), Vec::<u32>::new());
    }

    #[test]
    fn a_result_waits_for_those_before_it() {
        let mut seen = Vec::new();
        let slow_first = |job: &u64| {
            std::thread::sleep(std::time::Duration::from_millis(5 * (4 - job)));
            *job
        };
        each(&[0, 1, 2, 3], slow_first, |job| seen.push(job));
        assert_eq!(seen, [0, 1, 2, 3]);
    }

    #[test]
    fn crews_within_crews_share_the_seats() {
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let sit = |_: &u32| {
            seated(|| {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                std::thread::yield_now();
                now.fetch_sub(1, Ordering::SeqCst);
            });
        };
        share(&[0; 8], |_: &u32| share(&[0; 8], sit));
        assert!((1..=processors()).contains(&most.into_inner()));
    }
}
