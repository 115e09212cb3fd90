import { defineConfig } from 'vitest/config';

/** The tests that run the core in this process: a change to it in memory reaches no command that is started. */
export default defineConfig({
  test: {
    include: [
      'test/{assess,cases,library,plan,portfolio,portfolio-rules,processes,properties,real,roles,verdict}.test.ts',
      'test/demands/*.test.ts',
      'test/report/*.test.ts',
    ],
  },
});
