#!/usr/bin/env bash
# Print the CPython interpreters to test with: one line "VENV PYTHON" per minor version, the default first.
#
# Looked for: python3.10 to python3.14 and python3 on PATH, then the versions that pyenv has. A candidate counts only
# if it runs and can make a virtual environment: a pyenv shim exists for every version that is installed, but fails for
# those that are not selected. The default is 3.11 where there is one, else the newest; its environment is .venv, the
# others get .venv-3.12 and so on.
set -euo pipefail
shopt -s nullglob

candidates() {
    local minor root
    for minor in 10 11 12 13 14; do
        type -aP "python3.$minor" || true
    done
    type -aP python3 || true
    root=${PYENV_ROOT:-$(pyenv root 2>/dev/null || echo ~/.pyenv)}
    printf '%s\n' "$root"/versions/3.*/bin/python3
}

# Say "MINOR PATH" for a usable CPython 3.10 to 3.14 with the GIL: the path of the installed interpreter itself, where
# the candidate is a shim or belongs to a virtual environment (perhaps the very one that is to be made anew).
probe='
import ensurepip, platform, sys, sysconfig, venv
usable = platform.python_implementation() == "CPython" and not sysconfig.get_config_var("Py_GIL_DISABLED")
if usable and sys.version_info[0] == 3 and 10 <= sys.version_info[1] <= 14:
    print(sys.version_info[1], getattr(sys, "_base_executable", sys.executable))
'

declare -A found=()
while read -r candidate; do
    read -r minor path < <("$candidate" -c "$probe" </dev/null 2>/dev/null) || continue
    : "${found[$minor]:=$path}"
done < <(candidates)

if [ ${#found[@]} -eq 0 ]; then
    echo "no usable CPython 3.10 or newer found, on PATH or under pyenv" >&2
    exit 1
fi
mapfile -t minors < <(printf '%s\n' "${!found[@]}" | sort -n)
default=${minors[-1]}
[ -z "${found[11]:-}" ] || default=11

echo ".venv ${found[$default]}"
for minor in "${minors[@]}"; do
    [ "$minor" = "$default" ] || echo ".venv-3.$minor ${found[$minor]}"
done
