//! Moments beside those of the cases: a tick earlier or later, another zone, the ends of days and months.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveDateTime};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

const NAIVE: &str = "%Y-%m-%dT%H:%M:%S%.f";

/// Changes a moment a little; what does not read as one stays.
pub fn moment(text: &str, rng: &mut ChaCha8Rng) -> String {
    let iso = text.replacen(' ', "T", 1);
    let step = step(rng);
    let turn = rng.random_range(0..6);
    if let Ok(aware) = DateTime::parse_from_rfc3339(&iso) {
        let utc = aware.naive_utc();
        return match turn {
            0 => written(aware.naive_local()),
            1 => zoned(utc, 0),
            2 => zoned(utc, -5 * 3600),
            _ => {
                let moved = aware.checked_add_signed(step).unwrap_or(aware);
                zoned(moved.naive_utc(), moved.offset().local_minus_utc())
            }
        };
    }
    let Ok(naive) = NaiveDateTime::parse_from_str(&iso, NAIVE) else { return text.to_owned() };
    match turn {
        0 => zoned(naive, 0),
        1 => zoned(naive, 2 * 3600),
        2 => written(month_end(naive)),
        _ => written(naive.checked_add_signed(step).unwrap_or(naive)),
    }
}

/// Changes a date a little; what does not read as one stays.
pub fn date(text: &str, rng: &mut ChaCha8Rng) -> String {
    let Ok(date) = text.parse::<NaiveDate>() else { return text.to_owned() };
    let leap = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap_or(date);
    let near = [
        date.pred_opt(),
        date.succ_opt(),
        Some(leap),
        date.checked_add_signed(Duration::days(365)),
    ];
    near[rng.random_range(0..near.len())].unwrap_or(date).to_string()
}

fn step(rng: &mut ChaCha8Rng) -> Duration {
    let steps = [
        Duration::microseconds(1),
        Duration::seconds(1),
        Duration::minutes(30),
        Duration::hours(1),
        Duration::days(1),
    ];
    let step = steps[rng.random_range(0..steps.len())];
    if rng.random_bool(0.5) { -step } else { step }
}

fn month_end(naive: NaiveDateTime) -> NaiveDateTime {
    let leap = NaiveDate::from_ymd_opt(2024, 2, 29);
    leap.map_or(naive, |leap| leap.and_time(naive.time()))
}

fn written(naive: NaiveDateTime) -> String {
    naive.format("%Y-%m-%dT%H:%M:%S%.6f").to_string().trim_end_matches(".000000").to_owned()
}

fn zoned(utc: NaiveDateTime, seconds: i32) -> String {
    let offset = FixedOffset::east_opt(seconds);
    let local = utc.checked_add_signed(Duration::seconds(i64::from(seconds))).unwrap_or(utc);
    let offset = offset.map_or("+00:00".to_owned(), |offset| offset.to_string());
    format!("{}{offset}", written(local))
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    #[test]
    fn every_change_of_a_moment_reads_as_a_moment() {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        for text in
            ["2024-03-31T23:59:59.999999", "2024-02-29T10:00:00+02:00", "2024-01-01 00:00:00Z"]
        {
            let made: Vec<String> = (0..60).map(|_| moment(text, &mut rng)).collect();
            let reads = |one: &String| {
                DateTime::parse_from_rfc3339(one).is_ok()
                    || NaiveDateTime::parse_from_str(one, NAIVE).is_ok()
            };
            assert!(made.iter().all(reads), "{made:?}");
            assert!(made.iter().any(|one| one.contains('+')), "{made:?}");
        }
        assert_eq!(moment("soon", &mut rng), "soon");
    }

    #[test]
    fn dates_stay_dates() {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        let made: Vec<String> = (0..20).map(|_| date("2023-12-31", &mut rng)).collect();
        assert!(made.iter().all(|one| one.parse::<NaiveDate>().is_ok()), "{made:?}");
        assert!(made.contains(&"2024-01-01".to_owned()), "{made:?}");
    }
}
