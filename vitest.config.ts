// Kinds of tests by file name: pure steps in Node, parts inside workerd, what HTTP shows of both homes of the app, pages
// in a real browser.
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

// Bundled beforehand, or each file of tests loads hundreds of modules.
const ANTHROPIC_SDK = ['@anthropic-ai/sdk/client', '@anthropic-ai/sdk/resources/messages/messages'];

// Commands speak the terminal's language (scripts/language.ts), and the tests know what they say in German.
process.env.LANG = 'C.UTF-8';
for (const name of ['LC_ALL', 'LC_MESSAGES']) delete process.env[name];

// Only against hanging for ever: a busy machine is no failure, and what has to be quick measures itself.
const PATIENCE = { testTimeout: 120_000, hookTimeout: 120_000 };

/** What begins processes, serves, reads or generates whole corpora, or measures time: not in `npm run test:unit`. */
const SLOW = [
  'test/api/answer/generated.test.ts',
  'test/api/node/home.test.ts',
  'test/corpus/{demo-corpus,lexicon}.test.ts',
  'test/corpus/parse/{hostile,nothing-lost}.test.ts',
  'test/corpus/read/*.test.ts',
  'test/scripts/*.test.ts',
  'test/scripts/{bench,enrich,evaluate,ingest,publish,store}/**/*.test.ts',
];

export default defineConfig({
  test: {
    // .ci/run counts what passed.
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'dist/test-results.json' }]] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          // Pure steps: each file for itself would load the same modules a hundred times, four fifths of the time.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{worker,homes,browser}.test.ts', ...SLOW],
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'slow',
          include: SLOW,
          exclude: ['test/**/*.{worker,homes,browser}.test.ts'],
          ...PATIENCE,
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        test: {
          name: 'worker',
          include: ['test/**/*.worker.test.ts'],
          globalSetup: ['test/messages-server.setup.ts'],
          ...PATIENCE,
          deps: { optimizer: { ssr: { enabled: true, include: ANTHROPIC_SDK } } },
        },
      },
      ...(['node', 'workerd'] as const).map((home) => ({
        test: {
          name: `on ${home}`,
          include: ['test/**/*.homes.test.ts'],
          globalSetup: [`test/${home}.setup.ts`],
          testTimeout: 60_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      })),
      {
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          globalSetup: ['test/web/service.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
