import { defineConfig } from 'vitest/config';

const SECOND = 1000;
const deep = process.env.GRADIENT_LAWS_DEEP === '1';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // No file leaves anything behind, so that a worker reads the modules and checks the proofs once for all of its files.
    isolate: false,
    // Some hooks build the package, which takes longer than the usual 10 seconds on a machine that is busy. A test of the
    // deep run takes minutes.
    testTimeout: (deep ? 3600 : 120) * SECOND,
    hookTimeout: 120 * SECOND,
    maxWorkers: '100%',
    retry: 0,
  },
});
