import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // As many as there are cores: one fewer, which is the default, leaves half of a small machine idle.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 20_000,
    globalSetup: ['test/build.ts'],
    setupFiles: ['test/setup.ts'],
  },
});
