//! Why the interview would not: refusals are part of it and are shown in words.

use std::fmt;

/// A wish the interview does not grant just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    NothingOpen,
    NothingWritten,
    TimeIsUp,
    StillJudging,
    AlreadyHandedIn,
    NotInALoop(Forbidden),
    NoHintsLeft,
    NotPaused,
    AlreadyPaused,
    NoFollowUpOpen,
    NotVotingNow,
    VotesMissing,
    NotThatSubmission,
    NotBriefing,
    NotResting,
}

/// What a strict loop does without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forbidden {
    Pause,
    Hint,
    Run,
    Suspend,
    ExternalEditor,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refusal::NothingOpen => "No question is open.",
            Refusal::NothingWritten => "There is nothing to hand in yet.",
            Refusal::TimeIsUp => "The bell has rung.",
            Refusal::StillJudging => "The judge is still at work on your last answer.",
            Refusal::AlreadyHandedIn => "This answer is already handed in.",
            Refusal::NotInALoop(what) => what.words(),
            Refusal::NoHintsLeft => "There are no more hints for this question.",
            Refusal::NotPaused => "The clock is already running.",
            Refusal::AlreadyPaused => "The clock is already stopped.",
            Refusal::NoFollowUpOpen => "Nothing was asked.",
            Refusal::NotVotingNow => "Votes are taken after the last round.",
            Refusal::VotesMissing => {
                "Vote on every round and on the loop first; then the debrief opens."
            }
            Refusal::NotThatSubmission => "This verdict belongs to no answer that is waited for.",
            Refusal::NotBriefing => "The round has already begun.",
            Refusal::NotResting => "There is no break just now.",
        })
    }
}

impl Forbidden {
    fn words(self) -> &'static str {
        match self {
            Forbidden::Pause => {
                "A loop has no pause; the clock keeps running, as it would on the day."
            }
            Forbidden::Hint => "There are no hints in a loop. A drill of this round has them.",
            Forbidden::Run => {
                "Nothing runs in this round, as on the day. A drill of it can run code."
            }
            Forbidden::Suspend => "A loop cannot be suspended; the clock keeps running.",
            Forbidden::ExternalEditor => "A loop keeps to the plain editor. Drills open your own.",
        }
    }
}
