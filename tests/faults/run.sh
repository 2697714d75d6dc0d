#!/usr/bin/env bash
# Everything that `cargo test` does a little of, in full: 1,000 saves that are killed, 500 rounds of two processes and of another
# program on one file, 100,000 random steps in the window, exports read by other people's parsers, and the sockets of a whole session.
# Takes about an hour on two cores.
#
#   tests/faults/run.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo build
TRILEMMA_FAULTS=1000 cargo test --test faults -- --nocapture --exact a_save_that_is_killed_leaves_the_old_file_or_the_new_one
TRILEMMA_FAULTS=500 cargo test --test faults -- --nocapture two_processes what_other what_stands a_full_disk
TRILEMMA_MONKEY=100000 cargo test --test window -- --nocapture monkey
cargo test --test hostile
tests/faults/exports.py
tests/faults/network.sh
