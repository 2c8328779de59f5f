//! How a wish becomes a session: its name, its seed, its plan, and what stands in the editor at first.

use std::fs;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::Path;

use super::error::ShellError;
use super::scribe::local;
use crate::content::library::Library;
use crate::content::problem::did_you_mean;
use crate::content::question::Kind;
use crate::content::round::Loop;
use crate::content::story::{self, StoryFile};
use crate::ids::{LoopId, PrincipleId, QuestionId, RoundId, SessionId};
use crate::interview::draw;
use crate::interview::event::{Event, Pane, PanePart};
use crate::interview::plan::{Mode, Plan};
use crate::moment::Moment;
use crate::tui::editor::printable;
use crate::tui::msg::Wish;

/// Seeds have so many digits at most that people can type them again.
const SEEDS: u64 = 1_000_000;

/// Plans a session and gives its first events. `recent` are questions that were asked lately.
///
/// # Errors
/// When the loop, the round, the question or the story is not there, or nothing is left to draw.
pub fn plan(
    library: &Library,
    recent: &[QuestionId],
    now: Moment,
    wish: &Wish,
) -> Result<(SessionId, Vec<Event>), ShellError> {
    let told = wish.story.as_deref().map(read_story).transpose()?;
    let whole = find_loop(library, &wish.loop_name)?;
    let session = name(now);
    let seed = wish.seed.unwrap_or_else(|| fresh_seed(library, whole, recent, wish, &session));
    let plan = drawn(library, whole, wish, told.as_ref(), seed, &session)?;
    Ok((session, first_events(plan, told, now)))
}

/// Draws a plan from a seed. Nothing but the wish and the seed decides, so the seed repeats it.
fn drawn(
    library: &Library,
    whole: &Loop,
    wish: &Wish,
    told: Option<&Told>,
    seed: u64,
    session: &SessionId,
) -> Result<Plan, ShellError> {
    let is_rehearsal = wish.mode == Mode::Rehearsal;
    let (round, question) = round_or_question(library, whole, wish);
    let chosen = match question {
        None if is_rehearsal => rehearsed(library, told, seed),
        chosen => chosen,
    };
    // A story is rehearsed for the round that is all about stories.
    let stage = whole
        .file
        .rounds
        .iter()
        .rev()
        .find(|round| round.parts.iter().any(|part| part.kind == Kind::Behavioral));
    let only = round.or(stage.filter(|_| is_rehearsal).map(|round| &round.id));
    let wish = draw::Wish {
        session: session.clone(),
        mode: wish.mode,
        seed,
        scale: wish.scale,
        recent: &[],
        only,
        chosen: chosen.as_ref(),
        level: wish.level,
        topic: wish.topic.as_deref(),
    };
    Ok(draw::plan(library, whole, &wish)?)
}

/// A question's name in the place of a round's means the round that asks it.
fn round_or_question<'w>(
    library: &Library,
    whole: &Loop,
    wish: &'w Wish,
) -> (Option<&'w RoundId>, Option<QuestionId>) {
    let named = wish.round.as_ref().filter(|name| {
        wish.question.is_none() && !whole.file.rounds.iter().any(|round| round.id == **name)
    });
    let meant = named.map(|name| QuestionId::new(name.as_str()));
    match meant.filter(|id| library.question(id).is_some()) {
        Some(question) => (None, Some(question)),
        None => (wish.round.as_ref(), wish.question.clone()),
    }
}

/// How many seeds are looked at for one that asks nothing of late.
const TRIED_SEEDS: u32 = 64;

/// Finds a seed whose questions were asked the least of late. The seed alone then says what is
/// asked, so whoever types it again gets the same session.
fn fresh_seed(
    library: &Library,
    whole: &Loop,
    recent: &[QuestionId],
    wish: &Wish,
    session: &SessionId,
) -> u64 {
    let repeats = |seed: u64| {
        let plan = drawn(library, whole, wish, None, seed, session);
        plan.map_or(usize::MAX, |plan| {
            let asked = plan.rounds.iter().flat_map(|round| &round.questions);
            asked.filter(|question| recent.contains(&question.id)).count()
        })
    };
    let seeds = (0..TRIED_SEEDS).map(|_| surprise() % SEEDS);
    seeds.min_by_key(|seed| repeats(*seed)).unwrap_or_default()
}

fn first_events(plan: Plan, told: Option<Told>, at: Moment) -> Vec<Event> {
    let pane = Pane { round: 0, question: 0, part: PanePart::Answer };
    let prefilled = told.map(|told| Event::Prefilled { pane, text: told.text, at });
    [Event::Opened { plan: Box::new(plan), at }].into_iter().chain(prefilled).collect()
}

fn find_loop<'l>(library: &'l Library, name: &str) -> Result<&'l Loop, ShellError> {
    let loops = library.loops();
    library.loop_by_id(&LoopId::new(name)).ok_or_else(|| {
        let remedy = did_you_mean(name, loops.iter().map(|known| known.id.as_str()));
        ShellError::Wish(format!("there is no loop `{name}`; {remedy}"))
    })
}

/// A story to rehearse: its text, and the principles it says it shows.
struct Told {
    text: String,
    principles: Vec<PrincipleId>,
}

fn read_story(file: &Path) -> Result<Told, ShellError> {
    let shown = file.display().to_string();
    let text = fs::read_to_string(file)
        .map_err(|error| ShellError::Wish(format!("read the story {shown}: {error}")))?;
    if file.extension().is_none_or(|ending| ending != "toml") {
        return Ok(Told { text: printable(&text), principles: Vec::new() });
    }
    let id = file.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    match story::read(&shown, &id, &text) {
        Ok(story) => Ok(told(story.file)),
        Err(problems) => Err(problems.into_iter().next().map_or_else(
            || ShellError::Wish(format!("read the story {shown}: it is wrong somewhere")),
            ShellError::Content,
        )),
    }
}

fn told(file: StoryFile) -> Told {
    Told { text: printable(&file.text()), principles: file.principles }
}

/// Chooses the question a story is rehearsed for: one about its principles, not asked lately if possible.
fn rehearsed(library: &Library, told: Option<&Told>, seed: u64) -> Option<QuestionId> {
    let principles = told.map_or(&[][..], |told| &told.principles);
    let rank = |shown: &[PrincipleId]| {
        let shared = shown.iter().filter(|id| principles.contains(id)).count();
        std::cmp::Reverse(shared)
    };
    let ranked: Vec<_> = library
        .questions_of(Kind::Behavioral)
        .map(|question| (rank(&question.head.principles), &question.id))
        .collect();
    let best = ranked.iter().map(|(rank, _)| rank).min()?;
    let best: Vec<&QuestionId> =
        ranked.iter().filter(|(rank, _)| rank == best).map(|(_, id)| *id).collect();
    let count = u64::try_from(best.len()).unwrap_or(1);
    let at = usize::try_from(seed % count).unwrap_or(0);
    best.get(at).map(|id| (*id).clone())
}

/// Names a session after its day: `2026-11-22-a3f9`.
fn name(now: Moment) -> SessionId {
    let day = local(now).map_or_else(String::new, |now| now.format("%Y-%m-%d-").to_string());
    SessionId::new(format!("{day}{:04x}", surprise() & 0xffff))
}

/// Gives a number nobody can foresee: every `RandomState` is keyed anew by the system.
pub fn surprise() -> u64 {
    RandomState::new().build_hasher().finish()
}

#[cfg(test)]
mod tests {
    use super::plan;
    use crate::content::library::Library;
    use crate::content::question::Kind;
    use crate::ids::{PrincipleId, RoundId};
    use crate::interview::Interview;
    use crate::interview::event::{Event, Pane, PanePart};
    use crate::interview::plan::{Mode, Plan};
    use crate::moment::Moment;
    use crate::tui::msg::Wish;

    const NOW: Moment = Moment(1_795_000_000_000);

    fn planned(wish: &Wish) -> Vec<Event> {
        let library = Library::builtin();
        plan(&library, &[], NOW, wish).expect("the built-in loop can be planned").1
    }

    fn plan_of(events: &[Event]) -> &Plan {
        match events.first() {
            Some(Event::Opened { plan, .. }) => plan,
            other => panic!("a session begins with its plan, not with {other:?}"),
        }
    }

    #[test]
    fn a_session_is_named_after_its_day() {
        let events = planned(&Wish::whole_loop("amazon-de"));
        let name = plan_of(&events).session.as_str().to_owned();
        assert!(name.starts_with("2026-11-") && name.len() == "2026-11-22-a3f9".len(), "{name}");
    }

    #[test]
    fn the_same_seed_asks_the_same_questions() {
        let wish = Wish { seed: Some(7), ..Wish::whole_loop("amazon-de") };
        assert_eq!(plan_of(&planned(&wish)).rounds, plan_of(&planned(&wish)).rounds);
    }

    #[test]
    fn an_unknown_loop_or_round_is_answered_with_the_known_ones() {
        let library = Library::builtin();
        let wrong = Wish::whole_loop("amazn-de");
        let words = plan(&library, &[], NOW, &wrong).expect_err("there is none").to_string();
        assert!(words.contains("did you mean `amazon-de`?"), "{words}");
        let wrong = Wish::drill("amazon-de", RoundId::new("lunch"));
        let words = plan(&library, &[], NOW, &wrong).expect_err("there is none").to_string();
        assert!(words.contains("phone-screen"), "{words}");
    }

    #[test]
    fn a_questions_name_in_the_rounds_place_means_the_round_that_asks_it() {
        let named = Wish::drill("amazon-de", RoundId::new("busy-products"));
        let events = planned(&named);
        let plan = plan_of(&events);
        assert_eq!(plan.rounds.len(), 1);
        assert_eq!(plan.rounds[0].id.as_str(), "python");
        assert_eq!(plan.rounds[0].questions[0].id.as_str(), "busy-products");
    }

    #[test]
    fn a_rehearsal_asks_one_question_about_the_storys_principles() {
        let place = tempfile::tempdir().expect("a folder for the test");
        let file = place.path().join("row.toml");
        let text = "title = \"The row\"\nprinciples = [\"dive-deep\"]\nsituation = \"A report was off.\"\n\
                    task = \"Find why.\"\naction = \"I read the rows.\"\nresult = \"Fixed.\"\n";
        std::fs::write(&file, text).expect("it can be written");
        let rehearsal =
            Wish { mode: Mode::Rehearsal, story: Some(file), ..Wish::whole_loop("amazon-de") };
        let events = planned(&rehearsal);
        let plan = plan_of(&events);
        assert_eq!(plan.rounds.len(), 1);
        let [question] = plan.rounds[0].questions.as_slice() else { panic!("one question") };
        assert_eq!(question.kind, Kind::Behavioral);
        let library = Library::builtin();
        let asked = library.question(&question.id).expect("it was drawn from here");
        assert!(asked.head.principles.contains(&PrincipleId::new("dive-deep")));
        let interview = Interview::replay(&events).expect("it begins with its plan");
        let pane = Pane { round: 0, question: 0, part: PanePart::Answer };
        assert!(interview.text(pane).contains("I read the rows."));
    }
}
