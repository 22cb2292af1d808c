#!/usr/bin/env bash
# setup.sh EXTRA [all]: make the virtual environment .venv (with "all", one per interpreter found) and install this
# checkout into it, editable, with EXTRA (tools, dev or bench). Prints the environments' names, the default first.
#
# A stamp in the environment records what it was made from; nothing is done again until that changes.
set -euo pipefail
exec </dev/null
cd "$(dirname "$0")/.."
extra=$1
which=${2:-default}

make_environment() {
    local venv=$1 python=$2 stamp=$1/stamp-$extra made_from
    made_from=$(echo "$python" "$PWD"; cat pyproject.toml)
    if [ -x "$venv/bin/python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$made_from" ]; then
        return
    fi
    echo "setting up $venv with $("$python" --version)" >&2
    [ "$(cat "$venv/stamp-python" 2>/dev/null)" = "$python $PWD" ] || "$python" -m venv --clear "$venv"
    echo "$python $PWD" >"$venv/stamp-python"
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --editable ".[$extra]" >&2
    echo "$made_from" >"$stamp"
}

pythons=$(tools/pythons.sh)
[ "$which" = all ] || pythons=$(head -n 1 <<<"$pythons")
while read -r venv python; do
    make_environment "$venv" "$python"
    echo "$venv"
done <<<"$pythons"
