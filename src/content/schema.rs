//! JSON Schemas of the content files, by which editors complete and check them while one writes.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use super::file::behavioral::BehavioralFile;
use super::file::design::DesignFile;
use super::file::modeling::ModelingFile;
use super::file::python::{CasesFile, PythonFile};
use super::file::sql::SqlFile;
use super::principle::PRINCIPLES;
use super::question::Kind;
use super::round::LoopFile;
use super::story::StoryFile;

/// The schemas by the names of their files in `schemas/`, without `.json`.
pub fn all() -> Vec<(&'static str, String)> {
    let schemas = [
        ("loop", of::<LoopFile>()),
        ("question-sql", of_kind::<SqlFile>(Kind::Sql)),
        ("question-modeling", of_kind::<ModelingFile>(Kind::Modeling)),
        ("question-design", of_kind::<DesignFile>(Kind::Design)),
        ("question-python", of_kind::<PythonFile>(Kind::Python)),
        ("question-behavioral", of_kind::<BehavioralFile>(Kind::Behavioral)),
        ("cases", of::<CasesFile>()),
        ("story", of::<StoryFile>()),
    ];
    schemas.map(|(name, schema)| (name, written(&schema))).into()
}

// Taplo and most editors read draft 7.
fn of<T: JsonSchema>() -> Schema {
    let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>();
    if let Some(principle) = schema.pointer_mut("/definitions/PrincipleId") {
        principle["enum"] = PRINCIPLES.map(|known| known.id).into();
    }
    schema
}

fn of_kind<T: JsonSchema>(kind: Kind) -> Schema {
    let mut schema = of::<T>();
    if let Some(known) = schema.pointer_mut("/properties/kind") {
        *known = json!({ "const": kind.name() });
    }
    schema
}

fn written(schema: &Schema) -> String {
    let value: &Value = schema.as_value();
    let text = serde_json::to_string_pretty(value).expect("a schema is plain JSON");
    format!("{text}\n")
}
