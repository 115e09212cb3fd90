import { defineConfig } from 'vitest/config';

/** The tests that run the core in their own process; a mutant in memory doesn't reach a command that is spawned. */
export default defineConfig({
  test: {
    include: [
      'test/{library,processes,real}.test.ts',
      'test/{gate,judging,portfolio,questions,sales-process,time}/**/*.test.ts',
      'test/commands/plan.test.ts',
      'test/report/*.test.ts',
    ],
  },
});
