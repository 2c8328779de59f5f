//! Numbers without a name in comparisons.

use rustpython_ruff_python_ast::{Expr, Number, Stmt, UnaryOp};

use super::notes::Notes;
use super::walk::every_expr;

/// Looks at every comparison.
pub fn look(body: &[Stmt], notes: &mut Notes<'_>) {
    every_expr(body, |expr| {
        let Expr::Compare(compare) = expr else { return };
        let sides: Vec<&Expr> =
            std::iter::once(&*compare.left).chain(compare.comparators.iter()).collect();
        // Two constants are another matter.
        if sides.windows(2).any(|pair| is_literal(pair[0]) && is_literal(pair[1])) {
            return;
        }
        for side in sides.into_iter().filter(|side| is_magic(side)) {
            let words = format!("What is {}? Give the number a name.", notes.text(side));
            notes.nit("PLR2004", side, words);
        }
    });
}

fn is_literal(expr: &Expr) -> bool {
    match expr {
        Expr::UnaryOp(unary) => is_literal(&unary.operand),
        _ => expr.is_literal_expr(),
    }
}

fn is_magic(expr: &Expr) -> bool {
    match expr {
        Expr::UnaryOp(unary) => {
            matches!(unary.op, UnaryOp::UAdd | UnaryOp::USub | UnaryOp::Invert)
                && is_magic(&unary.operand)
        }
        Expr::NumberLiteral(number) => match &number.value {
            Number::Int(int) => !matches!(int.as_u8(), Some(0 | 1)),
            Number::Float(float) => *float != 0.0 && (*float - 1.0).abs() > f64::EPSILON,
            Number::Complex { .. } => true,
        },
        _ => false,
    }
}
