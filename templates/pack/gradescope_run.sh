#!/usr/bin/env bash
# Runs for every submission. The results are written first without a score, and replaced whole.
exec "${GRADE_PYTHON:-/autograder/python/bin/python}" -I "${GRADE_ROOT:-/autograder}/source/grade/run.py" gradescope \
    "${GRADE_ROOT:-/autograder}/submission" "${GRADE_ROOT:-/autograder}/results/results.json"
