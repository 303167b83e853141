import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // No file leaves anything behind, so that a worker reads the modules and checks the proofs once for all of its files.
    isolate: false,
    // Some hooks build the package, which takes longer than the usual 10 seconds on a machine that is busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: '100%',
    retry: 0,
  },
});
