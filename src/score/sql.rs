//! How well a query is written: the score that the reviewer's remarks in its verdict make.

use crate::interview::verdict::{Decision, Evidence, Fault, Verdict};

/// What a smell costs; it may be wrong.
const SMELL: f64 = 1.0;
/// What a remark costs; it is hard to read.
const REMARK: f64 = 0.5;
/// What all remarks cost at most.
const REMARKS: f64 = 2.0;

/// The rule in words.
pub const RULE: &str = "5, less 1 for each smell and 0.5 for each remark (2 at most for remarks); at most 3 \
    where the answer is wrong, and 2 where it is wrong on the rows shown";

/// A review of a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// From 1 to 5.
    pub score: f64,
    /// What may be wrong although it came out right.
    pub smells: Vec<Evidence>,
    /// What a reader stumbles over.
    pub remarks: Vec<Evidence>,
    /// What other databases would not take.
    pub ports: Vec<Evidence>,
}

/// Reads the review out of a verdict; none where the text was not reviewed.
pub fn review(verdict: &Verdict) -> Option<Review> {
    verdict.evidence.iter().find(|line| line.rule == "sql.style")?;
    let family = |prefix: &str| -> Vec<Evidence> {
        verdict.evidence.iter().filter(|line| line.rule.starts_with(prefix)).cloned().collect()
    };
    let (smells, remarks, ports) = (family("sql.smell."), family("sql.read."), family("sql.port."));
    let cost = SMELL * smells.len() as f64 + (REMARK * remarks.len() as f64).min(REMARKS);
    let score = (5.0 - cost).clamp(1.0, most(verdict));
    Some(Review { score, smells, remarks, ports })
}

/// Good style does not make up for a wrong answer.
fn most(verdict: &Verdict) -> f64 {
    let wrong_on_shown =
        verdict.checks.iter().any(|check| check.public && check.fault != Fault::None);
    match verdict.decision {
        Decision::Accept => 5.0,
        Decision::Reject if wrong_on_shown => 2.0,
        Decision::Reject => 3.0,
    }
}

#[cfg(test)]
mod tests {
    use super::review;
    use crate::interview::verdict::{Check, Decision, Evidence, Fault, Verdict};

    fn verdict(decision: Decision, rules: &[&str]) -> Verdict {
        Verdict {
            decision,
            kind: Fault::None,
            score: 4,
            words: String::new(),
            evidence: rules.iter().map(|rule| Evidence::plain(rule, false, "said")).collect(),
            notes: Vec::new(),
            checks: Vec::new(),
            difference: None,
            counterexample: None,
            gauntlet: None,
        }
    }

    fn score(decision: Decision, rules: &[&str]) -> Option<f64> {
        review(&verdict(decision, rules)).map(|review| review.score)
    }

    #[test]
    fn smells_and_remarks_cost_and_other_databases_do_not() {
        let right = Decision::Accept;
        assert_eq!(score(right, &["sql.style"]), Some(5.0));
        assert_eq!(score(right, &["sql.style", "sql.port.bigquery", "sql.rows"]), Some(5.0));
        assert_eq!(score(right, &["sql.smell.a", "sql.read.b", "sql.style"]), Some(3.5));
        let many =
            ["sql.read.a", "sql.read.b", "sql.read.c", "sql.read.d", "sql.read.e", "sql.style"];
        assert_eq!(score(right, &many), Some(3.0));
        let worst = [
            "sql.smell.a",
            "sql.smell.b",
            "sql.smell.c",
            "sql.smell.d",
            "sql.smell.e",
            "sql.style",
        ];
        assert_eq!(score(right, &worst), Some(1.0));
    }

    #[test]
    fn a_wrong_answer_is_not_praised_for_its_style() {
        let mut wrong = verdict(Decision::Reject, &["sql.style"]);
        assert_eq!(review(&wrong).map(|review| review.score), Some(3.0));
        let (id, about, words) = (String::new(), String::new(), String::new());
        wrong.checks = vec![Check { id, about, public: true, fault: Fault::Values, words }];
        assert_eq!(review(&wrong).map(|review| review.score), Some(2.0));
    }

    #[test]
    fn what_was_not_reviewed_has_no_score() {
        assert_eq!(score(Decision::Accept, &["sql.smell.a", "sql.rows"]), None);
    }
}
