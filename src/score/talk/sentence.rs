//! Does a sentence say something? A list of words, a question, and what only repeats what was asked do not.

use std::collections::BTreeSet;

/// What the candidate heard or read before answering.
pub(super) struct Heard {
    /// The words with content of the question that was asked.
    asked: BTreeSet<String>,
    /// Every three words in a row of all that was heard.
    runs: BTreeSet<String>,
}

/// The fewest words of a sentence that can say something.
const FEWEST: usize = 4;
/// This many words with content in a row are a list.
const RUN: usize = 6;
/// A sentence this short needs hardly anything to hold it together.
const SHORT: usize = 7;
/// The words of its own that a sentence needs beyond those of the question.
const OWN: usize = 2;

impl Heard {
    /// Takes the question that was asked, and what else was read or may have been asked.
    pub fn new<'a>(question: &'a str, shown: impl Iterator<Item = &'a str>) -> Self {
        let content = words(&question.to_lowercase()).into_iter();
        let asked = content.filter(|word| !is_small(word)).map(|word| stem(&word)).collect();
        let all = std::iter::once(question).chain(shown);
        let runs = all.flat_map(|text| runs(&words(&text.to_lowercase()))).collect();
        Self { asked, runs }
    }

    /// Says whether a sentence tells something in the candidate's own words.
    pub fn is_told(&self, sentence: &str) -> bool {
        let lower = sentence.to_lowercase();
        let all = words(&lower);
        all.len() >= FEWEST
            && !is_question(sentence)
            && !is_about_answers(&lower)
            && is_a_sentence(sentence, &all)
            && !self.is_echo(&all)
    }

    fn is_echo(&self, all: &[String]) -> bool {
        let own: BTreeSet<String> = all
            .iter()
            .filter(|word| !is_small(word) && !EMPTY.contains(&word.as_str()))
            .map(|word| stem(word))
            .filter(|word| !self.asked.contains(word))
            .collect();
        let mine = runs(all);
        let quoted = mine.iter().filter(|run| self.runs.contains(*run)).count();
        own.len() < OWN || (!mine.is_empty() && quoted * 2 >= mine.len())
    }
}

/// Takes a text apart into its words, without signs around them.
pub(super) fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric() && c != '_').replace('\u{2019}', "'")
    };
    let parts = text.split(|c: char| c.is_whitespace() || "/|\u{2014}\u{2013}".contains(c));
    parts.map(bare).filter(|word| !word.is_empty()).collect()
}

fn runs(words: &[String]) -> Vec<String> {
    words.windows(3).map(|run| run.join(" ")).collect()
}

/// The beginning of a word stands for its forms.
fn stem(word: &str) -> String {
    word.chars().take(5).collect()
}

fn is_question(sentence: &str) -> bool {
    sentence.trim_end().trim_end_matches(['"', '\'', ')', '\u{201d}']).ends_with('?')
}

/// Talk about what an answer should say is not the answer, and not knowing is none either.
fn is_about_answers(lower: &str) -> bool {
    const ABOUT: &[&str] = &[
        "good answer",
        "right answer would",
        "perfect answer",
        "strong answer",
        "want to hear",
        "wants to hear",
        "looking for",
        "keyword",
        "key word",
        "buzzword",
        "rubric",
        "points are",
        "the points",
        "full marks",
        "terms are",
        "the question asks",
        "the question is",
        "don't know",
        "do not know",
        "not sure",
        "no idea",
        "never heard",
        "can't remember",
        "cannot remember",
        "i forgot",
        "no clue",
    ];
    // What comes after a "but" may be known all the same.
    let last = lower.rsplit_once(" but ").map_or(lower, |(_, rest)| rest);
    ABOUT.iter().any(|phrase| last.contains(phrase))
}

/// Says whether words hang together: somebody does something, and small words join them.
fn is_a_sentence(sentence: &str, all: &[String]) -> bool {
    // Code shouts its joining words; a list has none.
    let loud: BTreeSet<String> = words(sentence)
        .into_iter()
        .filter(|word| {
            word.len() > 1 && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
        })
        .map(|word| word.to_lowercase())
        .collect();
    let is_quiet = |word: &&String| !loud.contains(*word);
    let is_joint = |word: &String| is_joint(word) && !loud.contains(word);
    let joints = all.iter().filter(|word| is_joint(word)).count();
    let glue = all.iter().filter(is_quiet).filter(|word| is_glue(word)).count();
    let longest = all
        .split(|word| is_joint(word) || is_predicate(word) || LISTED.contains(&word.as_str()))
        .map(<[String]>::len)
        .max()
        .unwrap_or(0);
    let orders = all.first().is_some_and(|word| is_order(word) && !loud.contains(word));
    let acts = all.windows(2).any(|pair| ACTORS.contains(&pair[0].as_str()) && is_order(&pair[1]));
    let does = acts || all.iter().filter(is_quiet).any(|word| is_predicate(word));
    let enough = if orders || all.len() <= SHORT { 1 } else { 2 };
    (orders || does)
        && glue >= enough
        && joints * 6 >= all.len()
        && longest < RUN
        && !is_list(sentence)
        && !is_code(sentence)
}

/// Several short pieces between commas are a list, whatever stands before the colon.
fn is_list(sentence: &str) -> bool {
    let pieces: Vec<usize> =
        sentence.split([',', ';', '/', '|', ':', '+']).map(|piece| words(piece).len()).collect();
    let short = pieces.iter().filter(|count| (1..=2).contains(*count)).count();
    short >= 4 && short * 3 >= pieces.len() * 2
}

fn is_code(sentence: &str) -> bool {
    let lower = sentence.trim_start().to_lowercase();
    let begins = ["select ", "with ", "from ", "create ", "insert "];
    let shouts = ["SELECT", "FROM", "GROUP BY", "OVER (", " AS ("];
    let loud = shouts.iter().filter(|word| sentence.contains(**word)).count();
    loud >= 2 || (begins.iter().any(|word| lower.starts_with(word)) && lower.contains(" from "))
}

fn is_glue(word: &str) -> bool {
    GLUE.contains(&word) || AUXILIARIES.contains(&word) || word.contains('\'')
}

fn is_joint(word: &str) -> bool {
    GLUE.contains(&word) || LOOSE.contains(&word)
}

fn is_small(word: &str) -> bool {
    is_joint(word) || LISTED.contains(&word) || AUXILIARIES.contains(&word)
}

fn is_predicate(word: &str) -> bool {
    AUXILIARIES.contains(&word)
        || word.contains('\'')
        || VERBS.contains(&word)
        || ["s", "es", "d", "ed", "ing"].iter().any(|ending| {
            let bare = word.strip_suffix(ending);
            bare.is_some_and(|bare| VERBS.contains(&bare) || VERBS.contains(&&*format!("{bare}e")))
        })
}

/// A sentence that begins with a verb tells what to do.
fn is_order(word: &str) -> bool {
    VERBS.contains(&word) || ORDERS.contains(&word) || word.starts_with("pre-")
}

/// Small words that no list needs.
const GLUE: &[&str] = &[
    "a", "an", "the", "this", "that", "these", "those", "it", "its", "they", "them", "their", "i",
    "we", "you", "he", "she", "my", "our", "your", "there", "here", "which", "who", "what",
    "where", "when", "while", "because", "so", "since", "if", "then", "than", "as", "at", "by",
    "for", "from", "in", "into", "of", "on", "onto", "to", "any", "how", "whose", "but", "me",
];
/// Small words that stand in lists of terms as well: "per product", "same rank".
const LOOSE: &[&str] = &[
    "off", "out", "over", "per", "up", "under", "until", "via", "without", "within", "before",
    "after", "between", "through", "only", "once", "again", "already", "still", "not", "no",
    "never", "every", "each", "both", "all", "one", "more", "most", "less", "also", "too", "just",
    "even", "else", "instead", "rather", "first", "later", "such", "same", "other", "another",
];
/// Words that join the pieces of a list.
const LISTED: &[&str] = &["and", "or", "with", "plus"];
/// Who may do something that is a noun elsewhere: "I filter".
const ACTORS: &[&str] =
    &["i", "we", "you", "it", "they", "i'd", "we'd", "i'll", "we'll", "would", "to"];
const AUXILIARIES: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do",
    "does", "did", "doing", "done", "will", "would", "can", "could", "should", "shall", "may",
    "might", "must", "need", "needs", "let", "lets", "becomes", "become", "became", "stays",
    "stay", "remains",
];
/// Verbs whose bare form is hardly ever a noun of the trade.
const VERBS: &[&str] = &[
    "get",
    "got",
    "keep",
    "kept",
    "make",
    "made",
    "take",
    "took",
    "taken",
    "give",
    "gave",
    "given",
    "leave",
    "left",
    "add",
    "drop",
    "lose",
    "lost",
    "skip",
    "read",
    "sort",
    "send",
    "sent",
    "store",
    "build",
    "built",
    "run",
    "ran",
    "compute",
    "recompute",
    "remove",
    "exclude",
    "compare",
    "find",
    "found",
    "look",
    "hold",
    "held",
    "put",
    "come",
    "came",
    "go",
    "goes",
    "went",
    "gone",
    "start",
    "begin",
    "began",
    "turn",
    "happen",
    "show",
    "tell",
    "told",
    "say",
    "said",
    "see",
    "seen",
    "know",
    "work",
    "help",
    "cost",
    "save",
    "avoid",
    "want",
    "choose",
    "chose",
    "pick",
    "treat",
    "handle",
    "break",
    "broke",
    "write",
    "wrote",
    "written",
    "replace",
    "overwrite",
    "rebuild",
    "touch",
    "move",
    "grow",
    "grew",
    "shrink",
    "fit",
    "fall",
    "fell",
    "miss",
    "carry",
    "reduce",
    "contain",
    "include",
    "subtract",
    "divide",
    "rely",
    "use",
    "multiply",
    "spread",
    "arrive",
    "reach",
    "mean",
    "meant",
    "share",
    "number",
    "restart",
    "count",
    "collapse",
    "ask",
    "sum",
    "bring",
];
/// Verbs that are nouns as well, and verbs only where they begin a sentence.
const ORDERS: &[&str] = &[
    "partition",
    "prune",
    "aggregate",
    "rank",
    "filter",
    "group",
    "join",
    "split",
    "salt",
    "bucket",
    "hash",
    "shuffle",
    "broadcast",
    "distribute",
    "cluster",
    "index",
    "cache",
    "materialize",
    "materialise",
    "merge",
    "update",
    "load",
    "trace",
    "check",
    "test",
    "reconcile",
    "monitor",
    "match",
    "limit",
    "scan",
    "stream",
    "copy",
    "denormalize",
    "denormalise",
];
/// Words that fill a sentence and say nothing by themselves.
const EMPTY: &[&str] = &[
    "explain",
    "explained",
    "query",
    "queries",
    "walk",
    "walked",
    "question",
    "answer",
    "answers",
    "think",
    "good",
    "well",
    "important",
    "importantly",
    "consider",
    "considered",
    "considering",
    "matter",
    "matters",
    "thing",
    "things",
    "really",
    "very",
    "basically",
    "happens",
    "happen",
    "happened",
    "changes",
    "change",
    "changed",
    "way",
    "right",
    "sure",
    "great",
    "course",
    "know",
    "mention",
    "handle",
    "handled",
    "approach",
];
