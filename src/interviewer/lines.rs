//! The interviewer's own words, varied by the session's seed so that two loops do not sound alike.

/// Picks one of several wordings; the same seed and occasion always give the same one.
fn pick(seed: u64, occasion: u64, wordings: &[&'static str]) -> &'static str {
    // A multiplicative hash (Knuth) is enough to vary wording.
    let mixed = (seed ^ occasion.wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_mul(2_654_435_761);
    wordings[(mixed >> 16) as usize % wordings.len()]
}

/// What is said when a round's first question is put.
pub fn welcome(seed: u64, round: u64) -> &'static str {
    pick(
        seed,
        round,
        &[
            "Hello, good to meet you. The question is on your screen. Ask me anything that is unclear before you start.",
            "Hi. I have put the first question up. Take a moment to read it, and ask before you assume.",
            "Thanks for your time today. Read the question first; I would rather answer two questions now than guess later.",
        ],
    )
}

/// What is said when a later question is put.
pub fn next(seed: u64, occasion: u64) -> &'static str {
    pick(
        seed,
        occasion,
        &[
            "Here is the next one.",
            "Let us go on to the next question.",
            "Good. The next question is up.",
        ],
    )
}

/// What is said when the soft budget is over.
pub fn budget(seed: u64, occasion: u64) -> &'static str {
    pick(
        seed,
        occasion,
        &[
            "We have used the time I planned for this one. Can you bring it to a close?",
            "I would like to keep some time for the rest. Please finish what you have.",
            "Time check: please wrap this one up and hand it in.",
        ],
    )
}

/// What is said when the tables of a model should stand.
pub fn tables_over(seed: u64, occasion: u64) -> &'static str {
    pick(
        seed,
        occasion,
        &[
            "The tables have had their time. Leave them as they are now and go on to the load and the views.",
            "I would like to see data move: please go on to the load, then the views. The tables will do.",
            "That is the time I had for the tables. Load them and write the views; you can still correct a column on the way.",
        ],
    )
}

/// What is said before a requirement changes, to a candidate who has handed in.
pub fn changed(seed: u64, occasion: u64) -> &'static str {
    pick(
        seed,
        occasion,
        &[
            "Thank you. Now something has changed. Edit your answer and hand all of it in once more.",
            "Good, I have that. A requirement has changed meanwhile; change your answer and hand the whole of it in again.",
        ],
    )
}

/// The same to a candidate who is still writing.
pub fn changed_meanwhile(seed: u64, occasion: u64) -> &'static str {
    pick(
        seed,
        occasion,
        &[
            "I take what is on the screen as your first answer. Now something has changed; edit it and hand all of it in once more.",
            "The time for the first version is over, so I take it as it stands. A requirement has changed; go on from there and hand the whole of it in.",
        ],
    )
}

/// What is said when the interviewer moves on.
pub fn move_on(seed: u64, occasion: u64) -> &'static str {
    pick(
        seed,
        occasion,
        &[
            "I have to stop you here; I take what is on the screen.",
            "We need to move on. I take your answer as it stands.",
        ],
    )
}

/// What is said when a question is about nothing the interviewer knows.
pub fn not_on_the_sheet(seed: u64, occasion: u64) -> &'static str {
    pick(
        seed,
        occasion,
        &[
            "I have nothing on that. Assume something sensible and write the assumption down.",
            "That is not settled. Pick what makes sense and say so in your answer.",
        ],
    )
}

/// What is said to a remark that asks nothing.
pub fn noted(seed: u64, occasion: u64) -> &'static str {
    pick(seed, occasion, &["Noted.", "All right.", "Understood, go on."])
}

/// What is said after a follow-up was answered.
pub fn thanks(seed: u64, occasion: u64) -> &'static str {
    pick(seed, occasion, &["Thank you.", "All right, thanks.", "Okay."])
}

/// What is said when a story has become too long.
pub const TOO_LONG: &str =
    "Let me stop you for a second: that is past four minutes. What came of it in the end?";
