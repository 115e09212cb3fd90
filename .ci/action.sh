#!/usr/bin/env bash
# The step "Check" of action.yml: inputs come as environment variables, so that none of them is ever part of a script.
set -uo pipefail

arguments=()
paths=()
while IFS= read -r path; do
  [ -n "$path" ] && paths+=("$path")
done <<<"${INPUT_PATHS:-}"
[ -n "${INPUT_FAIL_ON:-}" ] && arguments+=("--fail-on=$INPUT_FAIL_ON")
[ -n "${INPUT_SINCE:-}" ] && arguments+=("--since=$INPUT_SINCE")

report=$(mktemp)
arguments+=(--format terminal "--output.json=$report")
for format in ${INPUT_FORMAT:-}; do
  case "$format" in
    json | sarif | junit | gitlab | markdown | github) ;;
    *)
      echo "::error title=audit::format must be json, sarif, junit, gitlab, markdown or github, got $(printf '%q' "$format")"
      exit 2
      ;;
  esac
  [ "$format" = json ] || arguments+=("--output.$format=audit.$format")
done

node "$ACTION/bin/audit.js" check "${arguments[@]}" -- ${paths[@]+"${paths[@]}"}
status=$?
case " ${INPUT_FORMAT:-} " in *" json "*) cp "$report" audit.json ;; esac

# Without a report (bad flags, no repository) there is nothing to count.
node - "$report" "$status" >>"${GITHUB_OUTPUT:-/dev/stdout}" <<'NODE'
const text = require('node:fs').readFileSync(process.argv[2], 'utf8');
const crashed = process.argv[3] === '3';
const { gate, totals } =
  text === '' ? { gate: { outcome: crashed ? 'fault' : 'not-judged' } } : JSON.parse(text);
console.log(`verdict=${gate.outcome}`);
console.log(`processes=${totals?.processes ?? 0}`);
console.log(`unjustified=${totals?.unjustified ?? 0}`);
console.log(`failing=${gate.counts?.fails ?? 0}`);
NODE
rm -f "$report"
exit "$status"
