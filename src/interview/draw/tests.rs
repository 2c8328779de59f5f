//! What a drawn plan promises, over many seeds.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::content::file::Files;
use crate::content::library::{Sources, Text};
use crate::content::question::Kind;
use crate::ids::LoopId;

const ROUNDS: &str = r#"
title = "Two rounds"
about = "For tests."
bar = 3.5
break_minutes = 0.5

[[rounds]]
id = "phone-screen"
title = "Phone"
stage = "phone"
minutes = 45
briefing = "b"
interviewer = "i"
factors = ["sql-correctness"]
principles = ["dive-deep"]
parts = [
  { title = "SQL, medium", kind = "sql", difficulty = "medium", minutes = 15, grace = 2 },
  { title = "SQL, hard", kind = "sql", difficulty = "hard", minutes = 20, grace = 2 },
]

[[rounds]]
id = "behavioral"
title = "Behavioural"
stage = "onsite"
minutes = 50
may_hold_bar_raiser = true
briefing = "b"
interviewer = "i"
factors = ["leadership-principles"]
principles = ["dive-deep", "ownership", "earn-trust"]
parts = [{ title = "Behavioural", kind = "behavioral", count = 3, minutes = 7, grace = 1 }]

[[rounds]]
id = "system-design"
title = "A second onsite round"
stage = "onsite"
minutes = 50
may_hold_bar_raiser = true
briefing = "b"
interviewer = "i"
factors = ["requirements"]
principles = ["think-big"]
parts = [{ title = "Behavioural", kind = "behavioral", minutes = 7, grace = 1 }]
"#;

const HEAD: &str = r#"
minutes = 18
prompt = "p"
traps = ["t"]
[[follow_ups]]
ask = "why?"
[[follow_ups]]
ask = "and then?"
"#;

fn sql(id: &str, difficulty: &str, topic: &str) -> Files {
    let mut files = empty(Kind::Sql, id);
    let mut text = format!(
        "kind = \"sql\"\ntitle = \"{id}\"\ndifficulty = \"{difficulty}\"\ntopics = [\"{topic}\"]\n\
         principles = [\"dive-deep\"]\n{HEAD}\n[contract]\ncolumns = [{{ name = \"a\", class = \"int\" }}]\n"
    );
    for n in 0..5 {
        text += &format!("[[wrong]]\nfile = \"wrong/{n}.sql\"\ntrap = \"t\"\nmistake = \"m\"\n");
        files.add(format!("wrong/{n}.sql"), "select 0");
        files.add(format!("data/d{n}.sql"), "insert into t values (1)");
    }
    files.add("question.toml", text);
    files.add("schema.sql", "create table t (a int)");
    files.add("reference/a.sql", "select a from t");
    files.add("reference/b.sql", "from t");
    files
}

fn story_question(id: &str, principle: &str, rounds: &str) -> Files {
    let mut files = empty(Kind::Behavioral, id);
    let text = format!(
        "kind = \"behavioral\"\ntitle = \"{id}\"\ndifficulty = \"medium\"\ntopics = [\"stories\"]\n\
         principles = [\"{principle}\"]\nrounds = [{rounds}]\ntheme = [\"x\"]\n{HEAD}"
    );
    files.add("question.toml", text);
    files
}

fn empty(kind: Kind, id: &str) -> Files {
    Files::new(kind, QuestionId::new(id), format!("{id}.toml"), id.to_owned())
}

fn library() -> Library {
    let mut questions = Vec::new();
    for n in 0..4 {
        questions.push(sql(&format!("medium-{n}"), "medium", "joins"));
        questions.push(sql(&format!("hard-{n}"), "hard", if n < 2 { "windows" } else { "joins" }));
        for principle in ["dive-deep", "ownership", "earn-trust", "frugality"] {
            let id = format!("{principle}-{n}");
            questions.push(story_question(&id, principle, "\"behavioral\""));
        }
    }
    questions.push(story_question("thought-big", "think-big", "\"system-design\", \"behavioral\""));
    let text = Text { id: "two".into(), path: "rounds/two.toml".into(), text: ROUNDS.into() };
    let library = Library::new([Sources { rounds: vec![text], questions, stories: vec![] }]);
    let told: Vec<String> = library.problems().iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    library
}

fn the_loop(library: &Library) -> &Loop {
    library.loop_by_id(&LoopId::new("two")).expect("the test library has it")
}

fn drawn(plan: &Plan) -> Vec<QuestionId> {
    plan.rounds.iter().flat_map(|round| &round.questions).map(|asked| asked.id.clone()).collect()
}

fn whole(seed: u64) -> Wish<'static> {
    Wish::whole_loop(SessionId::new("s"), seed)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_same_seed_draws_the_same_plan_and_never_a_question_twice(seed: u64) {
        let library = library();
        let first = plan(&library, the_loop(&library), &whole(seed)).expect("enough questions");
        let second = plan(&library, the_loop(&library), &whole(seed)).expect("enough questions");
        prop_assert_eq!(&first, &second);
        let ids = drawn(&first);
        prop_assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    }

    #[test]
    fn recent_questions_come_back_only_when_no_other_is_left(seed: u64, spared in 0usize..4) {
        let library = library();
        let recent: Vec<QuestionId> = (0..4)
            .filter(|n| *n != spared)
            .flat_map(|n| [format!("medium-{n}"), format!("hard-{n}")])
            .map(QuestionId::new)
            .collect();
        let wish = Wish { recent: &recent, ..whole(seed) };
        let ids = drawn(&plan(&library, the_loop(&library), &wish).expect("enough questions"));
        prop_assert_eq!(ids[0].as_str(), format!("medium-{spared}"));
        prop_assert_eq!(ids[1].as_str(), format!("hard-{spared}"));
    }

    #[test]
    fn an_interviewer_hears_about_each_of_their_principles(seed: u64) {
        let library = library();
        let plan = plan(&library, the_loop(&library), &whole(seed)).expect("enough questions");
        let heard: BTreeSet<String> = plan.rounds[1]
            .questions
            .iter()
            .filter_map(|asked| library.question(&asked.id))
            .flat_map(|question| question.head.principles.iter().map(ToString::to_string))
            .collect();
        prop_assert_eq!(heard, ["dive-deep", "earn-trust", "ownership"].map(String::from).into());
    }

    #[test]
    fn the_bar_raiser_sits_onsite_and_only_in_a_whole_loop(seed: u64) {
        let library = library();
        let loop_plan = plan(&library, the_loop(&library), &whole(seed)).expect("enough questions");
        prop_assert!(matches!(loop_plan.bar_raiser, Some(1 | 2)));
        let round = RoundId::new("behavioral");
        let drill = Wish { mode: Mode::Drill, only: Some(&round), ..whole(seed) };
        let plan = plan(&library, the_loop(&library), &drill).expect("enough questions");
        prop_assert_eq!(plan.bar_raiser, None);
        prop_assert_eq!(plan.rounds.len(), 1);
    }
}

#[test]
fn every_chair_that_may_hold_the_bar_raiser_does_so_for_some_seed() {
    let library = library();
    let chair = |seed| plan(&library, the_loop(&library), &whole(seed)).map(|plan| plan.bar_raiser);
    let seen: BTreeSet<_> = (0..32).map(|seed| chair(seed).expect("enough questions")).collect();
    assert_eq!(seen, [Some(1), Some(2)].into());
}

#[test]
fn a_story_is_asked_only_where_its_author_allows_it() {
    let library = library();
    for seed in 0..16 {
        let plan = plan(&library, the_loop(&library), &whole(seed)).expect("enough questions");
        assert_eq!(plan.rounds[2].questions[0].id.as_str(), "thought-big");
    }
}

#[test]
fn a_seed_draws_the_same_questions_in_every_version() {
    let library = library();
    let plan = plan(&library, the_loop(&library), &whole(7)).expect("enough questions");
    let ids: Vec<String> = drawn(&plan).iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(ids.join(" "), @"medium-1 hard-0 earn-trust-1 dive-deep-0 ownership-2 thought-big");
}

#[test]
fn a_drill_takes_the_filters_of_the_command_line() {
    let library = library();
    let round = RoundId::new("phone-screen");
    let base = Wish { mode: Mode::Drill, only: Some(&round), ..whole(1) };
    let windows = Wish { level: Some(Difficulty::Hard), topic: Some("windows"), ..base.clone() };
    let ids = drawn(&plan(&library, the_loop(&library), &windows).expect("two are hard windows"));
    assert_eq!(ids.len(), 2);
    assert!(ids.iter().all(|id| ["hard-0", "hard-1"].contains(&id.as_str())), "{ids:?}");

    let chosen = QuestionId::new("medium-2");
    let one = Wish { chosen: Some(&chosen), ..base.clone() };
    let plan_of_one = plan(&library, the_loop(&library), &one).expect("the question exists");
    assert_eq!(drawn(&plan_of_one), [chosen]);
    assert_eq!(plan_of_one.rounds[0].span, Span::minutes(20));
}

#[test]
fn what_cannot_be_drawn_is_refused_in_words() {
    let library = library();
    let refusal =
        |wish: &Wish<'_>| plan(&library, the_loop(&library), wish).expect_err("refused").0;
    let round = RoundId::new("pyhton");
    assert_eq!(
        refusal(&Wish { only: Some(&round), ..whole(1) }),
        "there is no round `pyhton` in this loop; it has phone-screen, behavioral, system-design"
    );
    let chosen = QuestionId::new("medium-9");
    assert_eq!(
        refusal(&Wish { chosen: Some(&chosen), ..whole(1) }),
        "there is no question `medium-9`; did you mean `medium-3`?"
    );
    let words = refusal(&Wish { topic: Some("graphs"), ..whole(1) });
    assert!(words.starts_with("no medium sql question with the topic `graphs` is left"), "{words}");
    assert!(refusal(&Wish { scale: 0.0, ..whole(1) }).contains("stops the clock"));
}

#[test]
fn the_scale_shortens_every_clock() {
    let library = library();
    let plan = plan(&library, the_loop(&library), &Wish { scale: 0.1, ..whole(3) }).expect("ok");
    assert_eq!(plan.rounds[0].span, Span::seconds(270));
    assert_eq!(plan.rounds[0].questions[0].budget, Span::seconds(90));
    assert_eq!(plan.rest, Span::seconds(3));
}
