import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // All of a small machine: the browser waits most of its time.
    maxWorkers: '100%',
    // Style sheets are empty in tests unless named; ours is part of the page that is tested.
    css: { include: [/style\.css/] },
  },
});
