#!/usr/bin/env bash
# Checks what the articles cite and collects the new records and a report in answer/.
set -euo pipefail

mkdir answer

# 1: some addresses did not answer; what is known is proposed all the same.
code=0
npm run -s update:releases || code=$?
[[ $code -le 1 ]] || exit "$code"

# 1: as above; 3: something has changed.
code=0
npm run -s update:upstream > answer/report.txt || code=$?
[[ $code -le 1 || $code -eq 3 ]] || exit "$code"

cat answer/report.txt
cp -r --parents content/upstream.json content/releases answer
