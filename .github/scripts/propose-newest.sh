#!/usr/bin/env bash
# Opens or updates a pull request that names the articles in $RUNNER_TEMP/newest whose claims no longer hold.
set -euo pipefail

title='Articles that the newest releases contradict'
report="$RUNNER_TEMP/report.txt"
jq -r '
  .[] | . as $article | .results[] | select(.status == "differs" or .status == "blocked")
  | "\($article.id) \($article.slug): \(.case), \(.versions // .status)",
    (select(.mismatch) | "  \(.mismatch.command)", "  expected: \(.mismatch.expected)", "  found:    \(.mismatch.found)"),
    (select(.reason) | "  \(.reason)"),
    ""
' "$RUNNER_TEMP/newest/newest.json" > "$report"
if [[ ! -s $report ]]; then
  echo 'Every article still holds.'
  exit
fi
git config user.name 'github-actions[bot]'
git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
git switch -c "$BRANCH"
# Nothing has changed yet: the articles are corrected on this branch.
git commit --allow-empty -m "$title"
gh auth setup-git
git push --force origin "$BRANCH"

# The report quotes output of programs: a backtick in it would end the code block.
body="$RUNNER_TEMP/body.md"
{ echo '```text'; head -c 60000 "$report" | tr '`' "'"; echo '```'; } > "$body"
if [ -n "$(gh pr list --head "$BRANCH" --state open --json number --jq '.[]')" ]; then
  gh pr edit "$BRANCH" --body-file "$body"
else
  gh pr create --head "$BRANCH" --title "$title" --body-file "$body"
fi
