import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Style sheets are empty in tests unless named; ours is part of the page that is tested.
    css: { include: [/style\.css/] },
  },
});
