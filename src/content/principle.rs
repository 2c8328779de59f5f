//! What every round also listens for: the sixteen leadership principles, by id and name.

use crate::ids::PrincipleId;

/// One leadership principle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Principle {
    pub id: &'static str,
    pub name: &'static str,
}

/// All of them, in the order they are usually listed.
pub const PRINCIPLES: [Principle; 16] = [
    Principle { id: "customer-obsession", name: "Customer Obsession" },
    Principle { id: "ownership", name: "Ownership" },
    Principle { id: "invent-and-simplify", name: "Invent and Simplify" },
    Principle { id: "are-right-a-lot", name: "Are Right, A Lot" },
    Principle { id: "learn-and-be-curious", name: "Learn and Be Curious" },
    Principle { id: "hire-and-develop-the-best", name: "Hire and Develop the Best" },
    Principle { id: "insist-on-the-highest-standards", name: "Insist on the Highest Standards" },
    Principle { id: "think-big", name: "Think Big" },
    Principle { id: "bias-for-action", name: "Bias for Action" },
    Principle { id: "frugality", name: "Frugality" },
    Principle { id: "earn-trust", name: "Earn Trust" },
    Principle { id: "dive-deep", name: "Dive Deep" },
    Principle { id: "have-backbone", name: "Have Backbone; Disagree and Commit" },
    Principle { id: "deliver-results", name: "Deliver Results" },
    Principle {
        id: "strive-to-be-earths-best-employer",
        name: "Strive to be Earth's Best Employer",
    },
    Principle {
        id: "success-and-scale-bring-broad-responsibility",
        name: "Success and Scale Bring Broad Responsibility",
    },
];

/// Gives the principle's name; an unknown id is its own name, as old journals may hold one.
pub fn name_of(id: &PrincipleId) -> &str {
    PRINCIPLES.iter().find(|known| known.id == id.as_str()).map_or(id.as_str(), |known| known.name)
}

/// Says whether the id is one of the sixteen.
pub fn is_known(id: &PrincipleId) -> bool {
    PRINCIPLES.iter().any(|known| known.id == id.as_str())
}
