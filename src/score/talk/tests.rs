//! What an answer names: honest answers and attacks, as tables on the shipped questions.

use super::*;
use crate::content::library::Library;
use crate::content::load;
use crate::content::question::{FollowUp, Point};
use crate::ids::QuestionId;

fn lexicon() -> &'static Lexicon {
    Lexicon::builtin()
}

fn follow_up() -> FollowUp {
    let point = |name: &str, any: &[&str]| Point {
        name: name.into(),
        any: any.iter().map(|s| (*s).to_owned()).collect(),
        with: Vec::new(),
    };
    FollowUp {
        ask: "Why?".into(),
        deeper: vec![],
        points: vec![
            point("no gap after a tie", &["no gap", "without gaps", "dense"]),
            point("a count against the source", &["reconcil", "count"]),
        ],
    }
}

#[test]
fn a_point_is_named_in_a_sentence_and_quoted() {
    let answer =
        "DENSE_RANK leaves no gap after a tie, so the third place exists. I would be done then.";
    let found = points(answer, &follow_up(), &[], lexicon());
    assert_eq!(found.named, ["no gap after a tie"]);
    assert_eq!(found.missing, ["a count against the source"]);
    assert_eq!(found.share(), Some(0.5));
    let quote = found.evidence[0].quote.as_deref().expect("a quote");
    assert!(quote.starts_with("DENSE_RANK leaves"));
}

#[test]
fn a_denied_point_and_a_point_inside_a_word_are_not_named() {
    let found = points(
        "I would never count rows there. The discount table is fine.",
        &follow_up(),
        &[],
        lexicon(),
    );
    assert_eq!(found.named, Vec::<String>::new());
}

const TOP: &str = "top-products-with-ties";
const MONTHS: &str = "consecutive-month-customers";
const AVERAGE: &str = "weekday-moving-average";
const TWICE: &str = "duplicate-orders";
const WALK: usize = 0;
const SCALE: usize = 1;

/// Gives how many points an answer names, and of how many.
fn named(library: &Library, id: &str, index: usize, answer: &str) -> (usize, usize) {
    let question = library.question(&QuestionId::new(id)).expect("a shipped question");
    let ask = question.head.asks().nth(index).expect("it asks that");
    let found = points(answer, ask, &[question.head.prompt.as_str()], lexicon());
    (found.named.len(), ask.points.len())
}

/// Answers as people type them who know what they are talking about, with the points they name at least.
const HONEST: &[(&str, usize, usize, &str)] = &[
    (
        TOP,
        WALK,
        3,
        "First I sum quantity times price less the discount, so I have one row per product before anything is ranked. Then DENSE_RANK runs inside each category, so every category starts again at level 1. Two products with equal revenue get the same level and the next one gets the next number, there is no gap. With RANK the number after a tie would be skipped and a third level could get lost.",
    ),
    (
        TOP,
        WALK,
        2,
        "I use dense_rank because tied products should share a level. Row_number would pick one of them and drop the other, which nobody wants. The partition is the category, so levels are separate per category.",
    ),
    (
        TOP,
        WALK,
        2,
        "Aggregate per product first, then rank the result within a category. Both products with the same revenue land on the same level with DENSE_RANK and nothing is skipped after them.",
    ),
    (
        TOP,
        WALK,
        1,
        "Equal revenue means an equal level here: dense_rank gives both the same number and goes on with the next one.",
    ),
    (
        TOP,
        SCALE,
        3,
        "I would partition the orders by month so only the twelve months of 2024 are read. The lines have no date, so I'd copy ordered_at into order_items, otherwise the join reads every line anyway. On top of that I'd keep a daily revenue table per product and only add new days to it. The hot products need a partial sum on every worker before the shuffle, else one worker gets a third of the data.",
    ),
    (
        TOP,
        SCALE,
        2,
        "Partition pruning on the order date cuts the scan to a year. A materialized monthly sum per product makes the rest small. I wouldn't touch the ranking, it runs over a few products only.",
    ),
    (
        TOP,
        SCALE,
        1,
        "Keep a summary table with revenue per product and day, updated every night, and rank from that one.",
    ),
    (
        TOP,
        SCALE,
        2,
        "Most of the time goes into reading lines of other years. Clustering by ordered_at lets the engine skip them. And since one product has so many lines, I'd pre-aggregate locally on each worker so the skew doesn't land on a single one.",
    ),
    (
        MONTHS,
        WALK,
        3,
        "I take the total of the refunds per order and drop the orders that were fully paid back. Then I keep one row per customer and month with DISTINCT. The month number counts across years as year times twelve plus month. Minus the row number it stays constant inside a streak, so grouping by that difference gives the streaks.",
    ),
    (
        MONTHS,
        WALK,
        2,
        "Two months are in one streak when the difference between the month and its position is the same. For that I need distinct months per customer, since two orders in one month would push the row number too far.",
    ),
    (
        MONTHS,
        WALK,
        1,
        "I look at the previous month with LAG and begin a new streak whenever the gap is more than one month.",
    ),
    (
        MONTHS,
        WALK,
        2,
        "December to January works because I turn every date into year * 12 + month. I group by customer and month first, so each month is there only once.",
    ),
    (
        MONTHS,
        SCALE,
        3,
        "I'd store a table of active months, one row per customer and month, which is far smaller than the orders. Each night only the new month is merged into it and the running streaks are extended. Everything is distributed by customer, so the window needs no shuffle. The canteen is a hot key, but after reducing to distinct months it has at most one row a month.",
    ),
    (
        MONTHS,
        SCALE,
        2,
        "The history does not change much, so do it incrementally: keep the streak state per customer and update it with the last month. Hash both tables by customer to have the join on the same node.",
    ),
    (
        MONTHS,
        SCALE,
        1,
        "Deduplicate to customer-month rows before the window, that table is small enough to keep.",
    ),
    (
        AVERAGE,
        WALK,
        3,
        "Weekends are removed from the calendar before the window is computed. The cross join of marketplaces and weekdays gives one row per marketplace and day, with zero where nothing was sold. So ROWS BETWEEN 6 PRECEDING AND CURRENT ROW counts seven rows, which are seven weekdays. The window is partitioned by marketplace, otherwise the first days would mix with another marketplace.",
    ),
    (
        AVERAGE,
        WALK,
        2,
        "I filter to weekdays first, so Saturday and Sunday never enter the frame. The frame counts rows, not calendar days, and that is why a Monday reaches back to the Friday nine days before.",
    ),
    (
        AVERAGE,
        WALK,
        1,
        "Every marketplace has its own window through PARTITION BY, so the average never mixes two of them.",
    ),
    (
        AVERAGE,
        SCALE,
        3,
        "I'd store a daily total per marketplace once and run the window over that, it's a few thousand rows. Sales would be partitioned by day so that a run reads only the new day. The cast of sold_at to a date in the join stops the pruning, so I'd store the date as a column. If a late sale comes in I recompute the seven weekdays it touches.",
    ),
    (
        AVERAGE,
        SCALE,
        2,
        "Aggregate to daily sums before the join and keep that table. For the big marketplace the skew goes away with a partial sum on each worker.",
    ),
    (
        TWICE,
        WALK,
        3,
        "If the order directly before is within five minutes it's a duplicate, and if it isn't then no older one can be, so LAG is enough. LAG gives one row per order while a self-join gives a row per pair. I sort by ordered_at and then order_id to break ties of the same second. Cancelled orders are removed before the window so they don't hide a real one.",
    ),
    (
        TWICE,
        WALK,
        2,
        "The previous order is the closest one, so I only compare with it. Guests have no customer id, I exclude them first.",
    ),
    (
        TWICE,
        WALK,
        1,
        "When two orders have the same timestamp the order_id decides which came first, so the sort is stable.",
    ),
    (
        TWICE,
        SCALE,
        3,
        "The window looks at every order once after a sort, a self-join would square the reseller's orders. I'd distribute by customer and product so each pair stays on one node. A nightly run only needs the new day plus five minutes of overlap before midnight. The reseller is a hot key, so I would split his orders by product or by hour.",
    ),
    (
        TWICE,
        SCALE,
        2,
        "Don't read the history again: partition by day and process only new orders with a five minute overlap. Cluster by customer and product to make the sort local.",
    ),
    (
        TWICE,
        SCALE,
        1,
        "I would stream it and keep the last order of every customer and product as state for five minutes, so only new orders are looked at.",
    ),
    (
        TWICE,
        WALK,
        4,
        "If the order directly before is more than five minutes back then no older one can be within it, so the previous order is enough. I keep one row per order by numbering the pairs. When two orders have the same timestamp the order_id decides. Cancelled orders are removed first.",
    ),
    (
        AVERAGE,
        2,
        1,
        "The calendar has a row for days without sales, and they must count as zero in the average.",
    ),
    (
        TWICE,
        2,
        1,
        "I filter before the window, because a cancelled order in between would hide the real previous one.",
    ),
];

/// Answers that hold the words and say nothing.
const ATTACKS: &[(&str, usize, &str)] = &[
    (
        TOP,
        WALK,
        "dense_rank same rank share gap both equal rank skips row_number arbitrary per product sum before partition per category restart",
    ),
    (
        TOP,
        WALK,
        "Dense_rank, ties, gap, share, rank skips, row_number, drop, per product, sum, before, partition, category, level.",
    ),
    (
        TOP,
        WALK,
        "Why did I rank the way I did, and what happens to two products with equal revenue and the same level?",
    ),
    (
        TOP,
        WALK,
        "I ranked the way I did. Two products with equal revenue happen to be two products with equal revenue. RANK and ROW_NUMBER would have returned revenues.",
    ),
    (
        TOP,
        WALK,
        "Keywords: dense_rank so ties share the same level; row_number would drop; one row per product before; partition per category restarts.",
    ),
    (
        TOP,
        WALK,
        "A good answer says that dense_rank gives the same level to a tie and that the partition is per category.",
    ),
    (
        TOP,
        WALK,
        "I don't know why dense_rank gives the same level to a tie. I am not sure whether row_number would drop one of them.",
    ),
    (
        TOP,
        WALK,
        "Does dense_rank give both the same level? Would row_number drop one? Is it one row per product before the rank?",
    ),
    (
        TOP,
        WALK,
        "SELECT product_id, DENSE_RANK() OVER (PARTITION BY category_id ORDER BY SUM(revenue) DESC) AS same_level FROM products GROUP BY product_id;",
    ),
    (
        TOP,
        WALK,
        "Revenue of a product is quantity times unit price, less the discount, added up over its sales in 2024. `revenue_level` is 1 for the highest level, then 2, then 3.",
    ),
    (
        TOP,
        SCALE,
        "partition prune year 2024 date denormalize copy order_id daily monthly sum revenue product table skew salt worker",
    ),
    (
        TOP,
        SCALE,
        "Partitioning and pruning and dates and denormalizing and daily sums and skew and salting and workers and materialized tables.",
    ),
    (
        TOP,
        SCALE,
        "Now think of order_items with ten billion rows, where one product in a hundred gets a third of the lines and one category holds half of the products.",
    ),
    (
        TOP,
        SCALE,
        "I would not partition by date. I would never copy the date to the lines. There is no need for a daily sum per product. It is not necessary to salt the hot product.",
    ),
    (
        TOP,
        SCALE,
        "You want to hear partition pruning by year. You want to hear daily sums per product. You want to hear salting of the hot product.",
    ),
    (
        MONTHS,
        WALK,
        "difference constant streak row number distinct month year 12 december refund sum exclude",
    ),
    (
        MONTHS,
        WALK,
        "lag / previous month / gap / distinct / one row per month / year boundary / twelve / refund / sum / fully",
    ),
    (
        MONTHS,
        WALK,
        "My query decides that two months belong to the same streak. The same streak is where two months belong to it in my query.",
    ),
    (
        MONTHS,
        WALK,
        "No idea about the difference between months in a streak, and I forgot how distinct months work with a year boundary.",
    ),
    (
        MONTHS,
        SCALE,
        "customer-month table; incremental new month; partition by customer; skew hot canteen distinct month; merge; shuffle join",
    ),
    (
        MONTHS,
        SCALE,
        "The points are a customer and month table, incremental only new months, distribute by customer, and a hot canteen that shrinks before.",
    ),
    (
        AVERAGE,
        WALK,
        "weekend before rows between 6 preceding one row per marketplace cross join partition window own",
    ),
    (
        AVERAGE,
        WALK,
        "I made sure that the window holds seven weekdays, and no others. Seven weekdays are what the window holds on a Monday.",
    ),
    (
        AVERAGE,
        WALK,
        "Isn't the weekend removed before the window? Aren't rows counted and not days? Isn't there one row per marketplace and day?",
    ),
    (
        AVERAGE,
        SCALE,
        "daily total table once; partition by day prune scan; cast sold_at column index; late seven recompute; skew salt split",
    ),
    (
        AVERAGE,
        SCALE,
        "I never aggregate to daily totals before the join. I don't partition by day. I wouldn't salt the hot marketplace.",
    ),
    (
        TWICE,
        WALK,
        "nearest previous order lag enough one row per pair tie order_id break cancelled guest filter before",
    ),
    (
        TWICE,
        WALK,
        "It finds every duplicate and each one once, and a self-join over all pairs would return three orders within one minute.",
    ),
    (
        TWICE,
        WALK,
        "A duplicate is an order that the same customer placed for the same product within five minutes after another order. Return one row per duplicate order, never the order that came first.",
    ),
    (
        TWICE,
        SCALE,
        "it is pair self-join once linear distribute customer product partition day five minutes skew reseller split time",
    ),
    (
        TWICE,
        SCALE,
        "Buzzwords would be distributing by customer, one pass for each order, partitions per day with overlap, and a salted reseller.",
    ),
    (
        TWICE,
        SCALE,
        "Orders, pairs, once, hash, customer, product, incremental, midnight, overlap, reseller, slice, bucket, worker, stream, state.",
    ),
];

#[test]
fn honest_answers_name_their_points() {
    let library = Library::new([load::builtin()]);
    let mut all = (0, 0);
    let mut short = Vec::new();
    for (id, index, least, answer) in HONEST {
        let (found, of) = named(&library, id, *index, answer);
        all = (all.0 + found.min(*least), all.1 + least);
        if found < *least {
            short.push(format!("{found} of {least} ({of}): {answer}"));
        }
    }
    assert!(short.is_empty(), "{} of {} points:\n{}", all.0, all.1, short.join("\n"));
}

#[test]
fn words_without_a_thought_name_nothing() {
    let library = Library::new([load::builtin()]);
    let fooled: Vec<String> = ATTACKS
        .iter()
        .map(|(id, index, answer)| (named(&library, id, *index, answer), answer))
        .filter(|((found, _), _)| *found > 0)
        .map(|((found, of), answer)| format!("{found} of {of}: {answer}"))
        .collect();
    assert!(fooled.is_empty(), "{} of {}:\n{}", fooled.len(), ATTACKS.len(), fooled.join("\n"));
}

#[test]
fn one_sentence_has_not_room_for_everything_and_saying_it_again_adds_none() {
    let library = Library::new([load::builtin()]);
    let sentence = "I sum per product before the rank, the partition restarts it per category, and dense_rank lets a tie share the same level while row_number would drop one.";
    let (once, of) = named(&library, TOP, WALK, sentence);
    assert!(once < of, "{once} of {of} from one sentence");
    let again = format!("{sentence} {sentence} {}", sentence.replace("I sum", "So I sum"));
    assert_eq!(named(&library, TOP, WALK, &again).0, once);
}
