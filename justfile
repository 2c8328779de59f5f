# What is typed most often. `just` alone lists it.

default:
    @just --list

# The whole check, as it runs before anything lands.
ci:
    .ci/run

# Run every reference and every wrong answer through the judge.
bank *ARGS:
    cargo run --quiet -- bank check {{ARGS}}

# Speed: benches with our own code optimised and DuckDB not compiled a second time.
bench *ARGS:
    cargo bench --bench speed --profile dev --config 'profile.dev.opt-level=3' -- {{ARGS}}

# Print the figures of docs/figures.md: first frame, keystroke, memory, verdict.
figures:
    benches/figures.sh
