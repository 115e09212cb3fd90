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

scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
report=$scratch/report.json
for format in ${INPUT_FORMAT:-}; do
  case "$format" in
    json | sarif | junit | gitlab | markdown | github) ;;
    *)
      echo "::error title=audit::format must be json, sarif, junit, gitlab, markdown or github, got $(printf '%q' "$format")"
      exit 2
      ;;
  esac
  # What lies there already may be a link that somebody committed; the report must not land where it leads.
  rm -f -- "audit.$format"
  if [ "$format" = json ]; then report=audit.json; else arguments+=("--output.$format=audit.$format"); fi
done
arguments+=(--format terminal "--output.json=$report")

node "$ACTION/bin/audit.js" check "${arguments[@]}" -- ${paths[@]+"${paths[@]}"}
status=$?

# Without a report (bad flags, no repository) there is nothing to count.
node - "$report" "$status" >>"${GITHUB_OUTPUT:-/dev/stdout}" <<'NODE'
const { existsSync, readFileSync } = require('node:fs');
const [, , report, status] = process.argv;
const { gate, totals } = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8'))
  : { gate: { outcome: status === '3' ? 'fault' : 'not-judged' } };
console.log(`verdict=${gate.outcome}`);
console.log(`processes=${totals?.processes ?? 0}`);
console.log(`unjustified=${totals?.unjustified ?? 0}`);
console.log(`failing=${gate.counts?.fails ?? 0}`);
NODE
exit "$status"
