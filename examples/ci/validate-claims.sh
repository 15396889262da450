#!/bin/sh
# Validate every claim file (*.claims.json) below a folder. Exit 0: all clean; anything else: problems, or nothing found.
#
#   sh examples/ci/validate-claims.sh corpus/
set -eu

folder=${1:?name the folder of claim files}
if [ -z "$(find "$folder" -type f -name '*.claims.json')" ]; then
  echo "no *.claims.json in $folder" >&2
  exit 2
fi
# As many files a call as fit: the schema is loaded once, not once a file.
find "$folder" -type f -name '*.claims.json' -exec claims validate {} +
