#!/usr/bin/env bash
# Opens an issue for each article in $RUNNER_TEMP/newest that the newest releases contradict, or updates its open one. The
# results come from a job that runs strangers' code: nothing but ids of articles that exist is used outside of code blocks.
set -euo pipefail

# So many articles at once are a mistake of the run, such as an index that did not answer.
max_issues=15

results="$RUNNER_TEMP/newest/newest.json"
jq -r '"\(.articles | length) articles", (.summary.counts | to_entries[] | "\(.key): \(.value)")' "$results" >> "$GITHUB_STEP_SUMMARY"
mapfile -t ids < <(jq -r '.articles[] | select(.status == "differs") | .id | select(test("^KF-[0-9]{4,6}$"))' "$results")
if [[ ${#ids[@]} -eq 0 ]]; then
  echo 'Every article still holds.'
  exit
fi
if [[ ${#ids[@]} -gt $max_issues ]]; then
  echo "${#ids[@]} articles differ; at most $max_issues are reported. See the artifact newest."
  exit 1
fi

gh label create "$LABEL" --force --color d4c5f9 --description 'The newest releases contradict the article'
open="$RUNNER_TEMP/open.json"
gh issue list --label "$LABEL" --state open --limit 500 --json number,title > "$open"

for id in "${ids[@]}"; do
  file=$(grep -lx "id: $id" content/articles/*/en.mdx) || continue
  body="$RUNNER_TEMP/body.md"
  {
    echo "The newest releases no longer do what [$id]($GITHUB_SERVER_URL/$GITHUB_REPOSITORY/blob/HEAD/$file) says:"
    echo
    # A backtick in the output of a program would end the code block.
    echo '```text'
    jq -r --arg id "$id" '
      .articles[] | select(.id == $id) | .results[] | select(.status == "differs")
      | "\(.case) \(.part): \(.versions // "")", "  \(.mismatch.command)",
        "  expected: \(.mismatch.expected)", "  found:    \(.mismatch.found)", "",
        ((.output // "") | .[-3000:])
    ' "$results" | head -c 20000 | tr '`' "'"
    echo '```'
    cat <<TEXT

What may have changed, and what to do:

- A release has fixed the fault: measure the range, then correct \`status\`, \`fix\` and the text.
  \`npm run reproduce -- $id --bisect PACKAGE --write\`
- The message has another wording: add a signature for it, and a variant that prints it.
- A command of *What to do* no longer leads to a working environment: correct it.
- The case is about the releases that it pins: \`newest: skip\` in \`reproduce.yaml\` leaves it out.
- The reproduction depends on something else that has changed: pin that in \`reproduce.yaml\`.

\`npm run reproduce -- $id --newest\` runs this again.
TEXT
  } > "$body"
  number=$(jq -r --arg title "$id: the newest releases contradict the article" 'map(select(.title == $title))[0].number // empty' "$open")
  if [[ -n $number ]]; then
    gh issue edit "$number" --body-file "$body"
  else
    gh issue create --title "$id: the newest releases contradict the article" --label "$LABEL" --body-file "$body"
  fi
done
