#!/usr/bin/env bash
# Runs for every submission, without a network: /grade/student holds the files, /grade/tests this folder.
root="${GRADE_ROOT:-/grade}"
exec "${GRADE_PYTHON:-python3}" -I "$root/tests/grade/run.py" prairielearn "$root/student" "$root/results/results.json"
