#!/usr/bin/env bash
# Prints the figures of docs/figures.md: what a candidate waits for, and how much memory that takes.
# Our own code is optimised; the engines are compiled as for development, so nothing is built twice.
set -euo pipefail
cd "$(dirname "$0")/.."

optimised=(--profile dev --config 'profile.dev.opt-level=3')
target="${CARGO_TARGET_DIR:-target}"

cargo build --quiet --bin mockloop "${optimised[@]}"
cargo build --quiet --bench speed "${optimised[@]}"

echo "$(uname -sm), $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)"
echo "$(git log -1 --format='commit %h of %cs'), load before the run $(cut -d' ' -f1 /proc/loadavg)"
python3 benches/from_outside.py "$target/debug/mockloop" 20
cargo bench --quiet --bench speed "${optimised[@]}" -- --figures
