import { TOOL } from '../../package-info.js';

/** The CI systems that `audit init --ci` knows. */
export const CI_SYSTEMS = ['github', 'gitlab'] as const;
export type CiSystem = (typeof CI_SYSTEMS)[number];

/** A workflow as a file of the repository: where it belongs, and what it says. */
export function ciWorkflow(system: CiSystem): { readonly path: string; readonly text: string } {
  return system === 'github'
    ? { path: '.github/workflows/sales-process-audit.yml', text: GITHUB }
    : { path: '.gitlab-ci.yml', text: GITLAB };
}

/** In front of what installs it: a name that nobody has published is a name that anybody may publish. */
const SOURCE = `The package ${TOOL.name} comes from your npm registry. Where it is not published, or not by somebody you trust, name\n# a tarball or repository of yours: npx --yes --package=https://… audit check`;

/** The package in the version that wrote the workflow: a new version may move verdicts, and should do so in a change of its own. */
const RUN = `npx --yes ${TOOL.name}@${TOOL.version} check`;

const GITHUB = `# No unjustified sales process gets in, none stays for ever. Written by "audit init --ci github".
# ${SOURCE}
name: Sales process audit
on:
  pull_request:
  push:
    branches: [main]
  schedule:
    # Answers grow old, feedback falls due and waivers end without anybody changing a file.
    - cron: '0 6 * * 1'
permissions:
  contents: read
jobs:
  audit:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0 # the whole history: --since compares with where the branch began
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      # Annotates the lines, and writes the job summary, by itself. A pull request fails on what it makes new or worse.
      - if: github.event_name == 'pull_request'
        run: ${RUN} --since "origin/$GITHUB_BASE_REF"
      # Everything else fails on what is in no baseline ("audit check --update-baseline").
      - if: github.event_name != 'pull_request'
        run: ${RUN}
`;

const GITLAB = `# No unjustified sales process gets in, none stays for ever. Written by "audit init --ci gitlab".
# ${SOURCE}
sales-process-audit:
  image: node:22
  variables:
    GIT_DEPTH: 0 # the whole history: --since compares with where the branch began
  script:
    - |
      if [ -n "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" ]; then
        git fetch origin "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
        ${RUN} --since FETCH_HEAD --output.junit=audit-junit.xml --format terminal
      else
        ${RUN} --output.junit=audit-junit.xml --format terminal
      fi
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json # written by itself where GITLAB_CI is set
      junit: audit-junit.xml
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;
