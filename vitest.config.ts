import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'test/support/temporary-folder.ts',
    // All of a small machine: the browser waits most of its time.
    maxWorkers: '100%',
    // A machine that is busy with something else is slow, and no test is about that.
    testTimeout: 30_000,
    // Style sheets are empty in tests unless named; ours is part of the page that is tested.
    css: { include: [/style\.css/] },
  },
});
