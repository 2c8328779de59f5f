//! By which words is a story measured? The rubric and the principles, read from `stories/*.toml`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::phrase::Phrases;
use super::telling::words_of;
use crate::ids::PrincipleId;

/// The text of `stories/rubric.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RubricFile {
    pub verbs: VerbLists,
    pub words: WordLists,
    /// Phrase lists by the name of the cue.
    pub cues: CueLists,
    pub abbreviations: Abbreviations,
}

/// Verbs, each as `lemma` when regular or `lemma past participle`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VerbLists {
    /// Specific verbs that can ground an act.
    pub action: Vec<String>,
    /// Verbs that never do by themselves.
    pub weak: Vec<String>,
    /// Lemmas that only make sense on data and machines.
    pub technical: Vec<String>,
}

/// Plain word lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WordLists {
    /// Objects that name nothing in particular.
    pub generic: Vec<String>,
    pub function: Vec<String>,
    /// Adjectives that are taken away before anything is matched.
    pub decoration: Vec<String>,
    /// People and abstractions, on which technical verbs mean nothing.
    pub people: Vec<String>,
    pub metrics: Vec<String>,
    pub tools: Vec<String>,
    /// Words in -ly that say something; all others are taken away.
    pub kept_adverbs: Vec<String>,
    /// Words that only strengthen.
    pub intensifiers: Vec<String>,
    pub fillers: Vec<String>,
    pub hedges: Vec<String>,
}

macro_rules! cues {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// The phrase lists of the rubric.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct CueLists {
            $($(#[$doc])* pub $name: Vec<String>,)*
        }

        /// The same lists, ready for matching.
        #[derive(Clone, Debug)]
        pub struct Cues {
            $($(#[$doc])* pub $name: Phrases,)*
        }

        impl CueLists {
            /// Gives every phrase of every list.
            fn phrases(&self) -> impl Iterator<Item = &String> {
                let lists = [$(&self.$name,)*];
                lists.into_iter().flatten()
            }
        }

        impl Cues {
            fn new(lists: &CueLists) -> Self {
                Self { $($name: Phrases::new(&lists.$name),)* }
            }
        }
    };
}

cues! {
    situation, problem, stake, task, task_vague, constraint, result, outcome_soft,
    unknown_result, mechanism, obstacle, alternative, tradeoff, check, artefact,
    before_after, change, candour, consequence, outcome_verb, hypothetical, future, habit, borrowed, blame, hiding, luck,
    slogan, grader, credit,
}

/// Endings after which a full stop does not end a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Abbreviations {
    pub list: Vec<String>,
}

/// The text of `stories/principles.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrinciplesFile {
    /// Behaviours that speak for a candidate whatever the principle; two of them count as one of its own.
    #[serde(default)]
    pub common: Vec<Behaviour>,
    pub principles: Vec<PrincipleEntry>,
}

/// One principle: its names and what people who live it say they did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrincipleEntry {
    pub id: PrincipleId,
    pub name: String,
    /// Other ids by which files may call it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Spellings in speech; saying them earns nothing.
    pub named_as: Vec<String>,
    pub behaviours: Vec<Behaviour>,
}

/// One behaviour and the phrases that show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Behaviour {
    pub name: String,
    pub patterns: Vec<String>,
}

/// The text of one `stories/examples/*.toml` or of a user's own story file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StoryFile {
    pub title: String,
    pub principles: Vec<PrincipleId>,
    pub situation: String,
    pub task: String,
    pub action: String,
    pub result: String,
    #[serde(default)]
    pub seconds: Option<f64>,
    /// The score a sample story must get; own stories have none.
    #[serde(default)]
    pub deserves: Option<Deserves>,
}

/// The bounds a sample story's score must keep.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deserves {
    /// Lowest and highest overall score.
    pub overall: [f64; 2],
    pub pass: bool,
}

/// How a verb form is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Past,
    /// Also the infinitive, which some speakers use to narrate.
    Base,
}

/// A principle, ready for matching.
#[derive(Clone, Debug)]
pub struct Principle {
    pub id: PrincipleId,
    pub name: String,
    pub aliases: Vec<String>,
    pub named_as: Phrases,
    pub behaviours: Vec<(String, Phrases)>,
}

/// Everything a story is measured with.
#[derive(Clone, Debug)]
pub struct Lexicon {
    pub cues: Cues,
    pub principles: Vec<Principle>,
    /// Behaviours of no particular principle.
    pub common: Vec<(String, Phrases)>,
    pub fillers: Phrases,
    pub hedges: Phrases,
    pub(crate) metrics: HashSet<String>,
    pub(crate) tools: HashSet<String>,
    pub(crate) generic: HashSet<String>,
    pub(crate) function: HashSet<String>,
    pub(crate) decoration: HashSet<String>,
    pub(crate) people: HashSet<String>,
    kept_adverbs: HashSet<String>,
    intensifiers: HashSet<String>,
    pub(crate) technical: HashSet<String>,
    pub(crate) abbreviations: HashSet<String>,
    action: HashMap<String, (String, Form)>,
    weak: HashSet<String>,
    /// Every word of a phrase or a list besides those that decorate.
    spoken: HashSet<String>,
    /// Every word any list holds, to which a slip of the keys is mended.
    known: HashSet<String>,
}

impl Lexicon {
    /// Gives the word lists built into the program, read once.
    pub fn builtin() -> &'static Self {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
            let rubric = include_str!("../../../stories/rubric.toml");
            let principles = include_str!("../../../stories/principles.toml");
            Lexicon::read(rubric, principles).expect("the built-in word lists are read by a test")
        });
        &LEXICON
    }

    /// Reads the two files; the error is the TOML parser's, with its line and column.
    pub fn read(rubric: &str, principles: &str) -> Result<Self, toml::de::Error> {
        let rubric: RubricFile = toml::from_str(rubric)?;
        let principles: PrinciplesFile = toml::from_str(principles)?;
        Ok(Self::new(&rubric, &principles))
    }

    /// Makes the lists ready for matching.
    pub fn new(rubric: &RubricFile, principles: &PrinciplesFile) -> Self {
        let words = &rubric.words;
        let action = action_forms(&rubric.verbs.action);
        let weak: HashSet<String> = rubric.verbs.weak.iter().flat_map(|e| all_forms(e)).collect();
        Self {
            spoken: spoken(rubric, principles, &action, &weak),
            known: known(rubric, &action, &weak),
            cues: Cues::new(&rubric.cues),
            principles: principles.principles.iter().map(ready).collect(),
            common: principles.common.iter().map(shown_by).collect(),
            fillers: Phrases::new(&words.fillers),
            hedges: Phrases::new(&words.hedges),
            metrics: set(&words.metrics),
            tools: set(&words.tools),
            generic: set(&words.generic),
            function: set(&words.function),
            decoration: set(&words.decoration),
            people: set(&words.people),
            kept_adverbs: set(&words.kept_adverbs),
            intensifiers: set(&words.intensifiers),
            technical: set(&rubric.verbs.technical),
            abbreviations: set(&rubric.abbreviations.list),
            action,
            weak,
        }
    }

    /// Gives the lemma and form of a specific verb, none for any other word.
    pub fn action(&self, word: &str) -> Option<(&str, Form)> {
        self.action.get(word).map(|(lemma, form)| (lemma.as_str(), *form))
    }

    /// Says whether the word is a verb that never grounds an act by itself.
    pub fn is_weak(&self, word: &str) -> bool {
        self.weak.contains(word)
    }

    /// Finds a principle by its id or one of its aliases.
    pub fn principle(&self, id: &PrincipleId) -> Option<&Principle> {
        self.principles.iter().find(|p| p.id == *id || p.aliases.iter().any(|a| a == id.as_str()))
    }

    /// Says whether a word only decorates others and is taken away before anything is matched.
    pub fn is_stripped(&self, word: &str) -> bool {
        let adverb = word.len() > 5 && word.ends_with("ly") && !self.kept_adverbs.contains(word);
        let adjective = self.decoration.contains(word) || is_modifier(word);
        adverb || self.intensifiers.contains(word) || adjective && !self.spoken.contains(word)
    }

    /// Mends a slip of the keys: two letters swapped, or in longer words one letter too many. A word
    /// that some list knows, or that is one slip away from none, stays as it is.
    pub fn mended(&self, word: &str) -> Option<String> {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < 4 || self.known.contains(word) || !word.is_ascii() {
            return None;
        }
        let swapped = (0..letters.len() - 1).map(|at| {
            let mut other = letters.clone();
            other.swap(at, at + 1);
            other.into_iter().collect::<String>()
        });
        let fewer = (0..letters.len()).filter(|_| letters.len() >= 8).map(|at| {
            let mut other = letters.clone();
            other.remove(at);
            other.into_iter().collect::<String>()
        });
        // A plural or a past tense is not a slip.
        let ends_well = |w: &String| w.len() == word.len() || !word.starts_with(w.as_str());
        swapped.chain(fewer).find(|w| self.known.contains(w) && ends_well(w))
    }

    /// Says whether a word carries content: neither a function word nor decoration nor an adverb.
    pub fn has_content(&self, word: &str) -> bool {
        word.len() > 1
            && !self.function.contains(word)
            && !self.decoration.contains(word)
            && !is_modifier(word)
    }

    /// Says whether a word names something in particular.
    pub fn is_specific(&self, word: &str) -> bool {
        self.has_content(word) && !self.generic.contains(word) && !self.is_weak(word)
    }
}

fn spoken(
    rubric: &RubricFile,
    principles: &PrinciplesFile,
    action: &HashMap<String, (String, Form)>,
    weak: &HashSet<String>,
) -> HashSet<String> {
    let own = principles.principles.iter().flat_map(|entry| &entry.behaviours);
    let behaviours = own.chain(&principles.common).flat_map(|behaviour| &behaviour.patterns);
    let named = principles.principles.iter().flat_map(|entry| &entry.named_as);
    let words = behaviours.chain(named).flat_map(|phrase| words_of(phrase));
    known(rubric, action, weak).into_iter().chain(words).collect()
}

fn known(
    rubric: &RubricFile,
    action: &HashMap<String, (String, Form)>,
    weak: &HashSet<String>,
) -> HashSet<String> {
    let words = &rubric.words;
    let lists = [&words.function, &words.generic, &words.people, &words.metrics, &words.tools];
    let spoken = rubric.cues.phrases().flat_map(|p| p.split_whitespace());
    let plain = lists.into_iter().flatten().map(String::as_str);
    let verbs = action.keys().chain(weak).map(String::as_str);
    spoken.chain(plain).chain(verbs).filter(|w| !w.ends_with('*')).map(str::to_owned).collect()
}

/// Recognises adverbs and the commonest adjective endings.
pub fn is_modifier(word: &str) -> bool {
    const ENDINGS: [&str; 7] = ["ly", "ful", "ous", "less", "able", "ible", "ive"];
    const NOUNS: [&str; 9] =
        ["reply", "supply", "family", "assembly", "july", "archive", "drive", "hive", "variable"];
    word.len() > 4 && ENDINGS.iter().any(|e| word.ends_with(e)) && !NOUNS.contains(&word)
}

fn set(words: &[String]) -> HashSet<String> {
    words.iter().cloned().collect()
}

fn ready(entry: &PrincipleEntry) -> Principle {
    Principle {
        id: entry.id.clone(),
        name: entry.name.clone(),
        aliases: entry.aliases.clone(),
        named_as: Phrases::new(&entry.named_as),
        behaviours: entry.behaviours.iter().map(shown_by).collect(),
    }
}

fn shown_by(behaviour: &Behaviour) -> (String, Phrases) {
    (behaviour.name.clone(), Phrases::new(&behaviour.patterns))
}

fn action_forms(entries: &[String]) -> HashMap<String, (String, Form)> {
    let mut forms = HashMap::new();
    for entry in entries {
        let mut words = entry.split_whitespace();
        let Some(lemma) = words.next() else { continue };
        forms.entry(lemma.to_owned()).or_insert((lemma.to_owned(), Form::Base));
        let irregular: Vec<&str> = words.collect();
        let regular = past_of(lemma);
        let pasts = if irregular.is_empty() { vec![regular.as_str()] } else { irregular };
        for past in pasts {
            forms.insert(past.to_owned(), (lemma.to_owned(), Form::Past));
        }
    }
    forms
}

fn all_forms(entry: &str) -> Vec<String> {
    let mut words: Vec<String> = entry.split_whitespace().map(str::to_owned).collect();
    if let [lemma] = words.as_slice() {
        words.push(past_of(lemma));
    }
    words
}

/// Forms the regular past tense.
fn past_of(lemma: &str) -> String {
    let before_y =
        lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    match before_y {
        Some(stem) => format!("{stem}ied"),
        None if lemma.ends_with('e') => format!("{lemma}d"),
        None => format!("{lemma}ed"),
    }
}
