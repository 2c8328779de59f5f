//! How many mutants of a reference are run on datasets in a second, as `bank check` has it done.

use std::path::Path;

use criterion::{Criterion, Throughput};
use mockloop::judge::client::{Deadlines, judge};
use mockloop::judge::request::{Fate, Outcome, Request, SqlPaper, Work};

use super::verdict;

/// The mutants of one reference, and how often they have to be run until the fate of each is known.
pub struct Case {
    paper: SqlPaper,
    queries: Vec<String>,
    runs: u64,
}

impl Case {
    /// Makes the mutants of the ties question's first reference and runs them once to count.
    pub fn new() -> Self {
        let Work::GradeSql(paper) = verdict::work() else { panic!("it is a query") };
        let Outcome::Mutants(notes) = ask(Work::Mutants(paper.clone())) else {
            panic!("mutants were asked for")
        };
        let queries: Vec<String> = notes.into_iter().map(|note| note.text).collect();
        assert!(queries.len() > 50, "only {} mutants", queries.len());
        let mut case = Self { paper, queries, runs: 0 };
        case.runs = case.fates().iter().map(|fate| case.runs_until(fate)).sum();
        case
    }

    /// Gives the runs of one judgement of all mutants.
    pub fn runs(&self) -> u64 {
        self.runs
    }

    /// Runs all mutants until the fate of each is known.
    pub fn judge(&self) {
        assert_eq!(self.fates().len(), self.queries.len());
    }

    fn fates(&self) -> Vec<Fate> {
        let (paper, queries) = (self.paper.clone(), self.queries.clone());
        let Outcome::Fates(fates) = ask(Work::Fates { paper, queries }) else {
            panic!("fates were asked for")
        };
        fates
    }

    /// Counts runs as if a dataset killed at its first run; a few are killed by its shuffled rows only.
    fn runs_until(&self, fate: &Fate) -> u64 {
        let datasets = &self.paper.datasets;
        let runs = match fate {
            Fate::Unbound => 1,
            Fate::Alive | Fate::Endless => {
                2 * datasets.len() - datasets.iter().filter(|one| one.public).count()
            }
            Fate::Killed { dataset, .. } => {
                1 + datasets.iter().position(|one| one.id == *dataset).unwrap_or_default()
            }
        };
        runs as u64
    }
}

fn ask(work: Work) -> Outcome {
    let exe = Path::new(env!("CARGO_BIN_EXE_mockloop"));
    let request = Request { token: String::from("bench"), work };
    judge(exe, &request, &Deadlines::SCALED).expect("the judge answers")
}

pub fn judging(criterion: &mut Criterion) {
    let case = Case::new();
    let mut group = criterion.benchmark_group("mutants");
    group.throughput(Throughput::Elements(case.runs()));
    group.sample_size(10);
    group.bench_function("of one reference on seven datasets", |bencher| {
        bencher.iter(|| case.judge());
    });
    group.finish();
}
