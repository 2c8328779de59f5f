//! Many jobs for the judge at once: each judge is a process of its own, so as many work as there are processors.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Does every job and gives the results in the order of the jobs.
pub fn share<J: Sync, R: Send>(jobs: &[J], work: impl Fn(&J) -> R + Sync) -> Vec<R> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(jobs.len());
    let next = AtomicUsize::new(0);
    let mine = || {
        let mut done = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(job) = jobs.get(number) else { return done };
            done.push((number, work(job)));
        }
    };
    let mut done: Vec<(usize, R)> = std::thread::scope(|scope| {
        let crew: Vec<_> = (0..workers).map(|_| scope.spawn(mine)).collect();
        crew.into_iter().flat_map(|one| one.join().expect("judging does not panic")).collect()
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        let jobs: Vec<u32> = (0..100).collect();
        assert_eq!(share(&jobs, |job| job * 2), jobs.iter().map(|job| job * 2).collect::<Vec<_>>());
        assert_eq!(share(&[] as &[u32], |job| *job), Vec::<u32>::new());
    }
}
