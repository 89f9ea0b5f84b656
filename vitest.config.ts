import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/say-engines.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Real engines, sockets and clocks share two cores: what fails by chance passes when it runs again, what is broken does not.
    retry: 1,
    // Two cores: more forks only make the database tests wait for each other.
    maxWorkers: 2,
  },
});
