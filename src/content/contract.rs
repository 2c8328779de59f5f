//! What a SQL result must look like: exactly what the prompt says, nothing more.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The contract a result is compared under.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    pub columns: Vec<Column>,
    #[serde(default, skip_serializing_if = "Order::is_unsaid")]
    pub order: Order,
    /// The order keys leave no two rows tied.
    #[serde(default)]
    pub total_order: bool,
    #[serde(default)]
    pub rows: Rows,
    #[serde(default)]
    pub extra_columns: ExtraColumns,
    #[serde(default)]
    pub names: Names,
    /// The number of rows asked for, when the prompt asks for a number of rows.
    #[serde(default)]
    pub limit: Option<u64>,
    #[serde(default)]
    pub ties: Ties,
    /// Functions such as `random` or `now` that this question allows.
    #[serde(default)]
    pub allow_functions: Vec<String>,
}

/// One column of the result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    pub name: String,
    pub class: Class,
    /// Digits after the point, when the prompt asks for rounding.
    #[serde(default)]
    pub round: Option<u32>,
    /// The order of a list's elements does not matter.
    #[serde(default)]
    pub unordered: bool,
}

/// The class a value belongs to. Classes are never mixed: text is not a number, a number not a truth value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    Int,
    Number,
    Text,
    Bool,
    Date,
    Timestamp,
    Timestamptz,
    Time,
    Interval,
    List,
    Struct,
}

/// Whether the order of rows is part of the answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Order {
    /// Written `order = "any"`.
    Any(AnyOrder),
    /// The keys, first to last.
    Keys(Vec<OrderKey>),
    #[default]
    #[serde(skip)]
    #[schemars(skip)]
    Unsaid,
}

/// The word `any`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AnyOrder {
    Any,
}

impl Order {
    /// Says whether nothing was written about the order.
    fn is_unsaid(&self) -> bool {
        matches!(self, Order::Unsaid)
    }

    /// Gives the order keys; none when any order will do.
    pub fn keys(&self) -> &[OrderKey] {
        match self {
            Order::Keys(keys) => keys,
            Order::Any(_) | Order::Unsaid => &[],
        }
    }
}

/// One key of the order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderKey {
    pub col: String,
    #[serde(default)]
    pub dir: Dir,
    /// Where NULLs stand; last in both directions unless said, as in DuckDB.
    #[serde(default)]
    pub nulls: Nulls,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Dir {
    #[default]
    Asc,
    Desc,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Nulls {
    First,
    #[default]
    Last,
}

/// Whether repeated rows count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Rows {
    #[default]
    Bag,
    Set,
}

/// Whether columns beyond the contract's are allowed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExtraColumns {
    #[default]
    Reject,
    Allow,
}

/// Whether column names are part of the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Names {
    /// A different name is a review note.
    #[default]
    Free,
    /// The prompt named the columns, so a different name fails.
    Required,
}

/// Which of tied rows belong to the answer when the number of rows is limited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Ties {
    #[default]
    All,
    Any,
}
