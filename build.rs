//! Builds again when content files come or go: `include_dir!` alone notices only changed ones.

fn main() {
    for folder in ["rounds", "questions", "stories"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
