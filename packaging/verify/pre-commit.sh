#!/usr/bin/env bash
# Verifies the profiles and records that are about to be committed; files that record no decision are passed over.
# For pre-commit (see .pre-commit-hooks.yaml), or by hand:
#
#   packaging/verify/pre-commit.sh FILE...
#
# As a plain Git hook, put this line into .git/hooks/pre-commit:
#
#   git diff --cached --name-only --diff-filter=ACM -z -- '*.ron' '*.md' '*.html' | xargs -0r packaging/verify/pre-commit.sh
set -euo pipefail
files=()
for file in "$@"; do
    # A record carries its profile; a profile with a decision holds its scores.
    if grep -qE 'trilemma-profile' "$file" || { grep -qE '^// Trilemma profile' "$file" && grep -qE '^ {8}scores: ' "$file"; }; then
        files+=("$file")
    fi
done
if [ ${#files[@]} -eq 0 ]; then exit 0; fi
exec trilemma verify "${files[@]}"
