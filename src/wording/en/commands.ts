import type { CommandWords } from '../words/commands.js';
import { count } from './grammar.js';

export const commandsInEnglish: CommandWords = {
  wrote: (file) => `wrote ${file}`,
  fillIn: (id, folder) => `Fill in what you know, then run: audit show ${id} ${folder}`,
  init: {
    wrote: (file) => `wrote  ${file}`,
    kept: (file) => `kept   ${file} (already there)`,
    moveWorkflow: (to) =>
      `CI only looks for it at the top of the repository: move it to ${to}, and name the processes in its commands.`,
    next: {
      heading: 'Next:',
      judgeExample: 'the verdict on the example, and why',
      judge: 'the verdicts on your processes, and why',
      describe: 'describe one of your own processes',
      explain: 'the eight questions and how they lead to a verdict',
      acceptToday: 'accept what is unjustified today, once',
      checkNow: 'what CI would say now',
    },
  },
  baselineWritten: (file, processes) => `wrote ${file}: ${count(processes, 'process', 'processes')}`,
  baselineNotWritten: (file) => `${file} was not written: not everything could be judged`,
  summaryNotWritten: (file, why) => `audit: cannot write the job summary to ${file}: ${why}`,
  showsEverything: (format) =>
    `audit: --only, --sort, --verbose and --quiet change nothing in ${format}, which always holds everything`,
  noDesktop: (file) => `there is no desktop here; open ${file} in a browser`,
  notOpened: (file, why) => `cannot open ${file}: ${why}`,
  sheetRefused: (sheet) => `${sheet}: nothing from this sheet was taken in`,
};
