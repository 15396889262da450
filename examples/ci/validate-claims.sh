#!/usr/bin/env bash
# Check claim files in CI. Exit 0: nothing found; 1: something found; 2: something could not be checked.
#
#   CLAIMS_PATHS=corpus/ bash examples/ci/validate-claims.sh
#
# CLAIMS_PATHS    files, folders or globs, one a line (default: the folder we are in)
# CLAIMS_OPTIONS  further options of `claims validate`, one word a line
# CLAIMS_BASE     branch; only what differs from it is checked
# CLAIMS_FORMAT   form of the report (default: github in GitHub Actions, else text)
set -euo pipefail

mapfile -t paths < <(grep -v '^[[:space:]]*$' <<< "${CLAIMS_PATHS:-.}")
mapfile -t options < <(grep -v '^[[:space:]]*$' <<< "${CLAIMS_OPTIONS:-}" || true)
format=${CLAIMS_FORMAT:-$([ -n "${GITHUB_ACTIONS:-}" ] && echo github || echo text)}

if [ -n "${CLAIMS_BASE:-}" ]; then
  # Changed, added or renamed since the branch was left; names may hold anything, so they end in a zero byte.
  mapfile -d '' -t changed < <(git diff -z --name-only --diff-filter=d "origin/$CLAIMS_BASE...HEAD" -- "${paths[@]}")
  paths=()
  for file in "${changed[@]}"; do
    case ${file%.gz} in
      *.meta.json) ;;
      *.json | *.jsonl | *.ndjson | *.xml | *.tei) paths+=("$file") ;;
    esac
  done
  if [ ${#paths[@]} -eq 0 ]; then
    echo "no claim file has changed"
    exit 0
  fi
fi

exec claims validate --cache .claims_cache --format "$format" ${options[@]+"${options[@]}"} -- "${paths[@]}"
