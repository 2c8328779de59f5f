//! Scoring without an engine.
