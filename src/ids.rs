//! Who is meant: the names by which loops, rounds, questions, sessions and submissions are known.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Says whether `text` may be an id: lower-case words of letters and digits, joined by single hyphens.
pub fn is_kebab(text: &str) -> bool {
    !text.is_empty()
        && text.split('-').all(|word| {
            !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        })
}

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps a name; whether it is well formed is checked once, where files are read.
            pub fn new(name: impl Into<String>) -> Self {
                Self(name.into())
            }

            /// Gives the name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_id!(
    /// A loop: the name of its file in `rounds/`.
    LoopId
);
text_id!(
    /// A round within a loop, such as `phone-screen`.
    RoundId
);
text_id!(
    /// A question: the name of its file or folder in `questions/`.
    QuestionId
);
text_id!(
    /// A leadership principle, such as `dive-deep`.
    PrincipleId
);
text_id!(
    /// A factor an interviewer is asked to assess, such as `sql-correctness`.
    FactorId
);
text_id!(
    /// One sitting, from its first event to its debrief.
    SessionId
);

/// An answer that was handed in, numbered from 1 within its session.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct SubmissionId(pub u32);

impl fmt::Display for SubmissionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::is_kebab;

    #[test]
    fn ids_are_lower_case_words_joined_by_hyphens() {
        for good in ["sql", "top-3", "consecutive-month-customers"] {
            assert!(is_kebab(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "a_b", "a b", "é"] {
            assert!(!is_kebab(bad), "{bad}");
        }
    }
}
