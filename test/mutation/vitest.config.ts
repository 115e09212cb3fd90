import { defineConfig } from 'vitest/config';

/** The tests that run the core in this process: a change to it in memory reaches no command that is started. */
export default defineConfig({
  test: {
    include: [
      'test/{library,processes,real}.test.ts',
      'test/{judging,portfolio,questions,sales-process}/*.test.ts',
      'test/report/*.test.ts',
    ],
  },
});
