import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Some hooks build the package, which takes longer than the usual 10 seconds on a machine that is busy.
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: '100%',
    retry: 0,
  },
});
