//! The report as one JSON object, versioned by its `schema`.

use super::report::Report;

/// Writes the report as indented JSON with a line end.
pub fn json(report: &Report) -> String {
    let text = serde_json::to_string_pretty(report).expect("a report is plain data with text keys");
    format!("{text}\n")
}

#[cfg(test)]
mod tests {
    use crate::debrief::sample::Sample;

    #[test]
    fn the_json_carries_schema_outcome_votes_and_evidence() {
        let text = super::json(&Sample::hired().report());
        let value: serde_json::Value = serde_json::from_str(&text).expect("we wrote it");
        assert_eq!(value["schema"], 1);
        assert_eq!(value["decision"]["outcome"], "hire");
        assert_eq!(value["rounds"][4]["vote"], "hire");
        assert_eq!(value["rounds"][4]["factors"][2]["score"], serde_json::Value::Null);
        assert_eq!(value["rounds"][4]["strength"]["quote"], "I traced it to the source row");
        assert_eq!(value["decision"]["gates"][0]["state"], "met");
    }
}
