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

/** Pinned by commit and by digest, because a tag can be moved. The workflows of this repository use the same commits. */
const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
const SETUP_NODE = 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0';
const NODE_IMAGE = 'node:22.23.3-bookworm@sha256:363e1587494626837fa7f9a23bdb453d13b0ff3c67c705c2805cfc69c2d2fad7';

/** A warning on top of each workflow: a name that nobody has published is a name that anybody may publish. */
const SOURCE = `npx takes ${TOOL.name} from your npm registry. If nobody you trust has published it there, name a tarball or\n# repository of your own: npx --yes --package=https://… ${TOOL.name} check`;

/** The package in the version that wrote the workflow: a new version may move verdicts, and should do so in a change of its own. */
const RUN = `npx --yes ${TOOL.name}@${TOOL.version} check`;

const GITHUB = `# No unjustified sales process gets in, none stays for ever. Written by "audit init --ci github".
# ${SOURCE}
# Actions are pinned to commits; Dependabot (package-ecosystem: github-actions) or Renovate keeps them up to date.
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
      - uses: ${CHECKOUT}
        with:
          fetch-depth: 0 # the whole history: --since compares with where the branch began
          persist-credentials: false
      - uses: ${SETUP_NODE}
        with:
          node-version: 22
          package-manager-cache: false
      # Annotates the lines, and writes the job summary, by itself. A pull request fails on what it makes new or worse.
      - if: github.event_name == 'pull_request'
        run: ${RUN} --since "refs/remotes/origin/$GITHUB_BASE_REF"
      # Everything else fails on what is in no baseline ("audit check --update-baseline").
      - if: github.event_name != 'pull_request'
        run: ${RUN}
`;

const GITLAB = `# No unjustified sales process gets in, none stays for ever. Written by "audit init --ci gitlab".
# ${SOURCE}
# The image is pinned to a digest; Renovate (docker:pinDigests) keeps it up to date.
sales-process-audit:
  image: ${NODE_IMAGE}
  variables:
    GIT_DEPTH: 0 # the whole history: --since compares with where the branch began
  script:
    - |
      if [ -n "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" ]; then
        # The branch by its full name: a tag with that name is something else.
        base="refs/remotes/origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
        git fetch origin "+refs/heads/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME:$base"
        ${RUN} --since "$base" --output.junit=audit-junit.xml --format terminal
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
