#!/usr/bin/env bash
# Runs once, when Gradescope builds the image: a Python of its own with what grading needs.
set -euo pipefail
python=""
for name in python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && "$name" -I -c "import venv, ensurepip" 2>/dev/null; then
        python="$name"
        break
    fi
done
if [ -z "$python" ]; then
    apt-get update
    apt-get install -y python3.11 python3.11-venv
    python=python3.11
fi
"$python" -I -m venv /autograder/python
/autograder/python/bin/pip install --no-cache-dir --extra-index-url https://download.pytorch.org/whl/cpu @PACKAGES@
# Student code runs as another user, which has to read the libraries and nothing of ours.
chmod -R a+rX /autograder/python
chmod -R go-rwx /autograder/source/grade/keys
