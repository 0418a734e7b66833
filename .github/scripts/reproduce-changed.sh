#!/usr/bin/env bash
# Runs the reproductions of the articles that a pull request changes. HEAD is its merge, HEAD^1 the base.
set -euo pipefail

mapfile -t slugs < <(
  git diff --name-only HEAD^1 HEAD -- content/articles | cut -d / -f 3 | sort -u
)
run=()
for slug in "${slugs[@]}"; do
  if [[ -f "content/articles/$slug/reproduce/reproduce.yaml" ]]; then run+=("$slug"); fi
done
if [[ ${#run[@]} -eq 0 ]]; then
  echo 'No article with a reproduction has changed.'
  exit
fi
npm run -s reproduce -- --install "${run[@]}"
