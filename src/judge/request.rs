//! What is asked of a judge and what it answers: one request, one reply, both JSON.

use serde::{Deserialize, Serialize};

use crate::content::cell::Table;
use crate::content::contract::Contract;
use crate::content::modeling::TypeWords;
use crate::content::question::{Case, Function, Gauntlet, Generator, Properties};
use crate::interview::scale::ScaleReading;
use crate::interview::verdict::Verdict;

/// One job for one child process.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Chosen by the asker and repeated in the reply, so that nothing else can pass for it.
    pub token: String,
    pub work: Work,
}

/// The kinds of jobs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Work {
    /// Judge a query on every dataset.
    GradeSql(SqlPaper),
    /// Judge a model: its tables, load and contract views, on every dataset.
    GradeModel(ModelPaper),
    /// Judge a function on every case.
    GradePython(PythonPaper),
    /// Have a question's references answer on what its generator makes of many seeds.
    AgreePython(PythonPaper),
    /// Run statements on one dataset and show what comes.
    RunSql(SqlRun),
    /// Run a program and show what it prints.
    RunPython(PythonRun),
    /// Derive the result of a reference on every dataset, for the stored gold files.
    DeriveSql(SqlPaper),
    /// The same for a model's contract views.
    DeriveModel(ModelPaper),
    /// Make plausible wrong queries of the paper's answer, a reference.
    Mutants(SqlPaper),
    /// Run queries on the paper's datasets and say which are known to be wrong there.
    Fates { paper: SqlPaper, queries: Vec<String> },
    /// Compare references and queries on random databases.
    Fuzz(FuzzOrder),
    /// Make plausible wrong programs of the paper's answer, a reference.
    PythonMutants(PythonPaper),
    /// Run programs on the paper's cases and say which are known to be wrong there. The reply may end early,
    /// after a program that could not be stopped; the rest is to be asked of another judge.
    PythonFates { paper: PythonPaper, programs: Vec<String> },
    /// The same quickly, in one interpreter for all. Who is alive after it has only not been seen to be wrong.
    PythonSift { paper: PythonPaper, programs: Vec<String> },
    /// Run programs on all of the paper's cases and say which show them wrong. May end early too.
    PythonKills { paper: PythonPaper, programs: Vec<String> },
    /// Make cases of inputs, each a JSON array of arguments, on which the references agree.
    PythonExpected { paper: PythonPaper, references: Vec<String>, inputs: Vec<String> },
    /// Run a query and a reference on growing tables and count the rows they handle.
    Scale(ScalePaper),
    /// Say what sealing this machine allows.
    Doctor,
}

impl Work {
    /// Says whether it can be done with a CPython in place of the engine inside.
    pub fn may_use_a_cpython(&self) -> bool {
        matches!(self, Work::GradePython(_) | Work::RunPython(_) | Work::Doctor)
    }
}

/// A SQL question as the judge needs it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SqlPaper {
    pub schema: String,
    pub datasets: Vec<PaperDataset>,
    /// The answer must meet one of them, the same one on every dataset.
    pub contracts: Vec<Contract>,
    /// Right answers, by which the result on other rows than the stored ones is known.
    #[serde(default)]
    pub references: Vec<String>,
    /// Wrong answers whose mistake is known in words.
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
    /// Queries that give rows exactly when the data breaks a promise of the question.
    #[serde(default)]
    pub promises: Vec<String>,
    pub answer: String,
}

/// A SQL question at growing sizes, as the judge needs it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScalePaper {
    pub schema: String,
    /// The sizes with the statements that fill the tables, the smallest first.
    pub sizes: Vec<(u64, String)>,
    /// One more, smaller, for a query that finishes too few of them.
    pub spare: (u64, String),
    /// For the functions that they allow.
    pub contracts: Vec<Contract>,
    pub reference: String,
    pub answer: String,
}

/// A wrong answer and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mistake {
    pub sql: String,
    pub trap: Option<String>,
    /// One sentence.
    pub words: String,
}

/// Random databases to try a question on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FuzzOrder {
    pub paper: SqlPaper,
    /// Queries that ought to differ from the first reference somewhere.
    pub queries: Vec<String>,
    pub seed: u64,
    /// The numbers of the databases: `count` of them beginning with `from`.
    pub from: u64,
    pub count: u64,
    /// Whether a database that tells a query apart is made as small as possible.
    pub shrink: bool,
}

/// What random databases told.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fuzzed {
    /// Databases tried.
    pub tried: u64,
    /// Those among them on which the reference gives rows.
    pub filled: u64,
    /// Databases that could not be made to keep the promises.
    pub skipped: u64,
    /// References that differ from the first.
    pub disagreements: Vec<Disagreement>,
    /// Queries by index with the rows, as INSERT statements, that tell them from the reference.
    pub kills: Vec<(usize, String)>,
}

/// Two references that differ, which is a mistake of the question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    pub number: u64,
    pub words: String,
    /// The rows, as INSERT statements.
    pub rows: String,
}

/// A plausible wrong query or program made from a reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MutantNote {
    /// Operator, place in the reference and edit.
    pub id: String,
    /// What the edit is, in words.
    pub words: String,
    /// The query or the program.
    pub text: String,
    /// Why no allowed data can tell it from the reference, where the schema says so.
    pub excuse: Option<String>,
}

/// What became of a query on the datasets of a question, or of a program on its cases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It cannot be planned, or not be compiled.
    Unbound,
    /// This dataset or case shows that it is wrong.
    Killed {
        dataset: String,
        public: bool,
        /// It failed there instead of giving a wrong result.
        raised: bool,
    },
    /// It did not come to an end, used up its memory or took the judge with it.
    Endless,
    /// No dataset or case does.
    Alive,
}

/// One dataset with its stored result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperDataset {
    pub id: String,
    pub about: String,
    pub public: bool,
    pub sql: String,
    /// For a query: one table. For a model: an object from view name to table. None when deriving.
    pub gold: Option<String>,
}

/// A modelling question as the judge needs it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelPaper {
    pub raw: String,
    pub datasets: Vec<PaperDataset>,
    /// What arrives after the first load, for every dataset or for none.
    #[serde(default)]
    pub late: Vec<LateBatch>,
    /// View names with their contracts.
    pub views: Vec<(String, Contract)>,
    #[serde(default)]
    pub types: TypeWords,
    /// Id columns whose parent may arrive later or never.
    #[serde(default)]
    pub late_parents: Vec<String>,
    /// The answer before the requirement changed. When there is one, the views are those asked for
    /// afterwards, and only their results after both batches are stored.
    #[serde(default)]
    pub changed_from: Option<String>,
    /// The parts `-- schema`, `-- load` and `-- views`.
    pub answer: String,
}

/// The second batch of one dataset, with the stored views after it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LateBatch {
    /// The dataset's id.
    pub dataset: String,
    /// INSERTs into the raw tables.
    pub sql: String,
    /// An object from view name to table. None when deriving.
    pub gold: Option<String>,
}

/// A Python question as the judge needs it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PythonPaper {
    pub function: Function,
    pub properties: Properties,
    pub cases: Vec<Case>,
    /// Makes further cases; needs a reference, which says what is expected of them.
    #[serde(default)]
    pub generator: Option<Generator>,
    /// Damaged streams with a known truth.
    #[serde(default)]
    pub gauntlet: Option<Gauntlet>,
    /// Right answers: the first says what is expected, all say whether other arguments are allowed.
    #[serde(default)]
    pub references: Vec<String>,
    pub answer: String,
    /// Whether a failing call is made as small as possible.
    #[serde(default)]
    pub shrink: bool,
}

/// Statements to run on a dataset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SqlRun {
    pub schema: String,
    pub data: String,
    /// The raw tables, the candidate's parts: a modelling drill runs a script, a query runs one statement.
    pub statements: String,
    pub script: bool,
    /// Rows to keep at most; a result with more says so.
    pub row_limit: usize,
}

/// A program to run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PythonRun {
    pub program: String,
    /// Calls to make after it, in a drill: the sample cases.
    pub paper: Option<PythonPaper>,
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    pub token: String,
    pub outcome: Outcome,
}

/// The results, by kind of job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Verdict(Box<Verdict>),
    /// The result of `RunSql`.
    Table {
        table: Table,
        millis: u64,
    },
    /// The result of `RunPython`, or of a statement that failed: what was printed and what was raised.
    Output {
        ok: bool,
        text: String,
        error: Option<String>,
        millis: u64,
        /// It did not end by itself: it was stopped for its time, memory or output.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        stopped: bool,
    },
    /// The results of `DeriveSql` and `DeriveModel`: dataset id and the JSON for its gold file.
    Derived(Vec<(String, String)>),
    /// The result of `Mutants` and `PythonMutants`.
    Mutants(Vec<MutantNote>),
    /// The result of `Fates`, `PythonFates` and `PythonSift`, in the order of the queries or programs.
    Fates(Vec<Fate>),
    /// The result of `PythonKills`: the places of cases, in the order of the programs.
    Kills(Vec<Vec<usize>>),
    /// The result of `PythonExpected`, in the order of the inputs.
    Cases(Vec<Option<Case>>),
    /// The result of `Fuzz`.
    Fuzzed(Fuzzed),
    /// The result of `Scale`.
    Scaled(Box<ScaleReading>),
    /// The result of `AgreePython`: seeds on which all agree, and in words where they do not.
    Agreed {
        tried: u32,
        disagreement: Option<String>,
    },
    /// The engines' versions and the sealing reached, a line each.
    Doctor(Vec<(String, String)>),
    /// The judge itself could not work (a broken question, an engine that did not start); never the answer's fault.
    Broken(String),
}
