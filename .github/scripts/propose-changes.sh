#!/usr/bin/env bash
# Commits the records in $RUNNER_TEMP/answer to $BRANCH and opens or updates its pull request.
set -euo pipefail

answer="$RUNNER_TEMP/answer"
title='Upstream states and releases'
rm -rf content/releases
cp -r "$answer/content/." content/
git add content/upstream.json content/releases
if git diff --cached --quiet; then
  echo 'Nothing has changed.'
  exit
fi
git config user.name 'github-actions[bot]'
git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
git switch -c "$BRANCH"
git commit -m "$title"
gh auth setup-git
git push --force origin "$BRANCH"

# The report quotes error messages: a backtick in one of them would end the code block.
body="$RUNNER_TEMP/body.md"
{ echo '```text'; head -c 60000 "$answer/report.txt" | tr '`' "'"; echo '```'; } > "$body"
if [ -n "$(gh pr list --head "$BRANCH" --state open --json number --jq '.[]')" ]; then
  gh pr edit "$BRANCH" --body-file "$body"
else
  gh pr create --head "$BRANCH" --title "$title" --body-file "$body"
fi
