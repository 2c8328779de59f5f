//! Which questions are asked: a plan drawn from the library by a seed, the same plan for the same seed.

use std::collections::BTreeSet;

use rand::SeedableRng;
use rand::seq::{IndexedRandom, SliceRandom};
use rand_chacha::ChaCha8Rng;

use super::plan::{Mode, Plan, PlannedQuestion, PlannedRound};
use crate::content::library::Library;
use crate::content::question::{Body, Difficulty, Question};
use crate::content::round::{Loop, Part, Round};
use crate::ids::{PrincipleId, QuestionId, RoundId, SessionId};
use crate::moment::Span;

/// What is wished for, besides the library and the loop.
#[derive(Clone, Debug)]
pub struct Wish<'w> {
    pub session: SessionId,
    pub mode: Mode,
    pub seed: u64,
    /// 1.0 is real time.
    pub scale: f64,
    /// Questions of the latest sessions, which are not drawn again while others are left.
    pub recent: &'w [QuestionId],
    /// Only this round.
    pub only: Option<&'w RoundId>,
    /// Only this question, in a round of its own.
    pub chosen: Option<&'w QuestionId>,
    /// Only questions of this difficulty, instead of what the parts ask for.
    pub level: Option<Difficulty>,
    /// Only questions with this topic.
    pub topic: Option<&'w str>,
}

impl<'w> Wish<'w> {
    /// Wishes for the whole loop in real time.
    pub fn whole_loop(session: SessionId, seed: u64) -> Self {
        Self {
            session,
            mode: Mode::Loop,
            seed,
            scale: 1.0,
            recent: &[],
            only: None,
            chosen: None,
            level: None,
            topic: None,
        }
    }
}

/// Why there is no plan, in words for the candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoPlan(pub String);

impl std::fmt::Display for NoPlan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoPlan {}

/// Draws the plan of a session. The same arguments always give the same plan.
pub fn plan(library: &Library, whole: &Loop, wish: &Wish<'_>) -> Result<Plan, NoPlan> {
    if !(wish.scale.is_finite() && wish.scale > 0.0) {
        return Err(NoPlan(format!("a scale of {} stops the clock; 1 is real time", wish.scale)));
    }
    let (chair, rounds) = draw(library, whole, wish)?;
    let in_loop = wish.mode == Mode::Loop && wish.only.is_none() && wish.chosen.is_none();
    Ok(Plan {
        session: wish.session.clone(),
        mode: wish.mode,
        loop_id: whole.id.clone(),
        title: match wish.mode {
            Mode::Loop => whole.file.title.clone(),
            // A drill is known by its round.
            _ => rounds.first().map_or(&whole.file.title, |round| &round.title).clone(),
        },
        bar: whole.file.bar,
        seed: wish.seed,
        scale: wish.scale,
        rest: span(whole.file.break_minutes, wish.scale),
        rounds,
        bar_raiser: chair.filter(|_| in_loop),
    })
}

/// A round may take the last question that a later round could have asked; then other draws are tried.
const DRAWS: u64 = 16;

fn draw(
    library: &Library,
    whole: &Loop,
    wish: &Wish<'_>,
) -> Result<(Option<usize>, Vec<PlannedRound>), NoPlan> {
    let rounds = rounds_of(library, whole, wish)?;
    let mut refused = NoPlan(String::new());
    for stream in 0..DRAWS {
        // ChaCha8 gives the same numbers in every version, so an old seed draws the old plan.
        let mut rng = ChaCha8Rng::seed_from_u64(wish.seed);
        rng.set_stream(stream);
        let chair = draw_chair(whole, &mut rng);
        let mut drawing = Drawing { library, wish, rng, used: BTreeSet::new() };
        match rounds.iter().map(|round| drawing.round(round)).collect() {
            Ok(rounds) => return Ok((chair, rounds)),
            Err(none) => refused = none,
        }
    }
    Err(refused)
}

/// The chair is drawn first, so the questions of a seed do not depend on who sits where.
fn draw_chair(whole: &Loop, rng: &mut ChaCha8Rng) -> Option<usize> {
    let holds = |(_, round): &(usize, &Round)| round.may_hold_bar_raiser;
    let chairs: Vec<usize> =
        whole.file.rounds.iter().enumerate().filter(holds).map(|(i, _)| i).collect();
    chairs.choose(rng).copied()
}

/// The rounds to sit: all, one, or the one that fits the chosen question.
fn rounds_of(library: &Library, whole: &Loop, wish: &Wish<'_>) -> Result<Vec<Round>, NoPlan> {
    let rounds = &whole.file.rounds;
    let wanted: Vec<Round> = match wish.only {
        None => rounds.clone(),
        Some(id) => rounds.iter().filter(|round| round.id == *id).cloned().collect(),
    };
    if wanted.is_empty() {
        let only = wish.only.map_or("", |id| id.as_str());
        let names: Vec<&str> = rounds.iter().map(|round| round.id.as_str()).collect();
        let known = names.join(", ");
        return Err(NoPlan(format!("there is no round `{only}` in this loop; it has {known}")));
    }
    match wish.chosen {
        None => Ok(wanted),
        Some(id) => Ok(vec![round_for(library, id, &wanted, wish)?]),
    }
}

/// One round that asks only the chosen question, with the minutes its part or its author gives.
fn round_for(
    library: &Library,
    id: &QuestionId,
    rounds: &[Round],
    wish: &Wish<'_>,
) -> Result<Round, NoPlan> {
    let question = library.question(id).ok_or_else(|| {
        NoPlan(format!("there is no question `{id}`; {}", library.nearest(id.as_str())))
    })?;
    let asks = |round: &&Round| round.parts.iter().any(|part| part.kind == question.kind());
    let Some(round) = rounds.iter().find(asks) else {
        let place = wish.only.map_or("this loop".to_owned(), |id| format!("the round `{id}`"));
        let kind = question.kind().name();
        return Err(NoPlan(format!("{place} asks no {kind} questions, and `{id}` is one")));
    };
    let minutes = f64::from(question.head.minutes);
    let grace =
        round.parts.iter().find(|part| part.kind == question.kind()).map_or(0.0, |part| part.grace);
    let part = Part {
        title: question.head.title.clone(),
        kind: question.kind(),
        difficulty: None,
        topic: None,
        questions: vec![id.clone()],
        count: 1,
        minutes,
        grace,
    };
    Ok(Round { minutes: minutes + grace, parts: vec![part], ..round.clone() })
}

struct Drawing<'d> {
    library: &'d Library,
    wish: &'d Wish<'d>,
    rng: ChaCha8Rng,
    used: BTreeSet<QuestionId>,
}

impl Drawing<'_> {
    fn round(&mut self, round: &Round) -> Result<PlannedRound, NoPlan> {
        let mut covered = BTreeSet::new();
        let mut questions = Vec::new();
        for part in &round.parts {
            for _ in 0..part.count {
                let question = self.draw(round, part, &mut covered)?;
                questions.push(self.planned(question, part));
            }
        }
        Ok(PlannedRound {
            id: round.id.clone(),
            title: round.title.clone(),
            stage: round.stage,
            span: span(round.minutes, self.wish.scale),
            briefing: round.briefing.clone(),
            interviewer: round.interviewer.clone(),
            can_run: round.can_run,
            factors: round.factors.clone(),
            principles: round.principles.clone(),
            questions,
        })
    }

    /// Draws one question, best candidates first: unused and not asked lately, then unused. Among
    /// behavioural ones those come first that cover a principle of this interviewer not yet covered.
    fn draw(
        &mut self,
        round: &Round,
        part: &Part,
        covered: &mut BTreeSet<PrincipleId>,
    ) -> Result<QuestionId, NoPlan> {
        let mut fitting: Vec<&Question> = self
            .library
            .questions_of(part.kind)
            .filter(|question| self.fits(question, round, part))
            .collect();
        fitting.shuffle(&mut self.rng);
        let rank = |question: &&Question| {
            let recent = self.wish.recent.contains(&question.id);
            (recent, !covers_more(question, round, covered))
        };
        let Some(best) = fitting.into_iter().min_by_key(rank) else {
            return Err(self.nothing_left(round, part));
        };
        self.used.insert(best.id.clone());
        covered.extend(best.head.principles.iter().cloned());
        Ok(best.id.clone())
    }

    fn fits(&self, question: &Question, round: &Round, part: &Part) -> bool {
        let chosen = self.wish.chosen.is_some();
        let level = self.wish.level.or(part.difficulty);
        let has = |topic: &str| question.head.topics.iter().any(|known| known == topic);
        let named = part.questions.is_empty() || part.questions.contains(&question.id);
        let may_be_asked = match &question.body {
            Body::Behavioral(body) => body.rounds.contains(&round.id),
            _ => true,
        };
        // Who names a question wants that question, whatever the filters say.
        named
            && !self.used.contains(&question.id)
            && (chosen
                || (may_be_asked
                    && has_its_time(question, part)
                    && self.level_fits(question, level)
                    && part.topic.as_deref().is_none_or(has)
                    && self.wish.topic.is_none_or(has)))
    }

    /// Stories have no level worth drawing by: a wish for hard SQL still ends with a story.
    fn level_fits(&self, question: &Question, level: Option<Difficulty>) -> bool {
        matches!(question.body, Body::Behavioral(_)) && self.wish.level.is_some()
            || level.is_none_or(|level| level == question.head.difficulty)
    }

    fn planned(&self, id: QuestionId, part: &Part) -> PlannedQuestion {
        let title = self.library.question(&id).map(|question| question.head.title.clone());
        PlannedQuestion {
            title: title.unwrap_or_else(|| id.to_string()),
            id,
            kind: part.kind,
            part: part.title.clone(),
            budget: span(part.minutes, self.wish.scale),
            grace: span(part.grace, self.wish.scale),
        }
    }

    fn nothing_left(&self, round: &Round, part: &Part) -> NoPlan {
        let level = self
            .wish
            .level
            .or(part.difficulty)
            .map_or(String::new(), |level| format!("{} ", level.name()));
        let topic = self.wish.topic.or(part.topic.as_deref());
        let topic = topic.map_or(String::new(), |topic| format!(" with the topic `{topic}`"));
        let kind = part.kind.name();
        NoPlan(format!(
            "no {level}{kind} question{topic} is left for the round `{}`; see `mockloop bank list --kind {kind}`",
            round.id
        ))
    }
}

/// A gauntlet takes most of an hour, so a part of a few minutes only asks it if it names it.
fn has_its_time(question: &Question, part: &Part) -> bool {
    let is_gauntlet = matches!(&question.body, Body::Python(body) if body.gauntlet.is_some());
    !is_gauntlet
        || part.questions.contains(&question.id)
        || part.minutes >= f64::from(question.head.minutes)
}

fn covers_more(question: &Question, round: &Round, covered: &BTreeSet<PrincipleId>) -> bool {
    let new = |id: &PrincipleId| round.principles.contains(id) && !covered.contains(id);
    matches!(question.body, Body::Behavioral(_)) && question.head.principles.iter().any(new)
}

fn span(minutes: f64, scale: f64) -> Span {
    // Loop files are written in minutes, which may have a fraction; the plan counts milliseconds.
    Span::minutes(1).scaled(minutes).scaled(scale)
}

#[cfg(test)]
mod tests;
