import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '')
const resolve = { alias: { '@': root } }
// A bare chroot may have no /proc, and Chromium ends at once without it.
const hasProc = process.platform !== 'linux' || existsSync('/proc/self/stat')
if (!hasProc) console.warn('Skipped: tests/browser and what looks at processes, because /proc is not mounted here')

const database = { globalSetup: ['tests/database/setup.ts'], testTimeout: 60_000, hookTimeout: 120_000 }

// A process of its own for each file costs a second or two of imports, more than most files take. So files share one, and put back what they change.
const oneProcess = { isolate: false }

// The log of changes is read up to the oldest transaction that runs anywhere in the server: a long one of another test's database has lines told twice, which is right, and not
// what these tests count. They have a server to themselves.
const alone = ['tests/store/live/**/*.test.ts', 'tests/store/signals/causes.test.ts']

const browser = {
  globalSetup: hasProc ? ['tests/browser/setup.ts'] : [],
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 180_000,
}

export default defineConfig({
  resolve,
  test: {
    // By default one core is left alone, which on two cores is half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // The driver asks for the types of arrays on each new connection, and nobody can catch it when the connection is lost in that moment: tests that kill a pooler see it.
    onUnhandledError: (error) =>
      !(
        'query' in error &&
        String(error.query).includes('pg_catalog.pg_type') &&
        /ECONN|CONNECTION_/.test(String(error.message))
      ),
    reporters: process.env.CI ? ['default', 'json'] : ['default'],
    outputFile: { json: `test-output/${process.env.TEST_REPORT ?? 'vitest'}.json` },
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['tests/{unit,feeds,recorded}/**/*.test.ts'],
          testTimeout: 20_000,
          ...oneProcess,
        },
      },
      {
        resolve,
        test: {
          name: 'store',
          include: ['tests/{store,fault}/**/*.test.ts'],
          exclude: alone,
          ...database,
          ...oneProcess,
          // Files of one process go through it in one row only within a group of their own.
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve,
        test: { name: 'alone', include: alone, ...database, fileParallelism: false, sequence: { groupOrder: 2 } },
      },
      {
        resolve,
        test: { name: 'browser', include: hasProc ? ['tests/browser/**/*.test.ts'] : [], ...browser },
      },
      {
        resolve,
        test: { name: 'long-browser', include: hasProc ? ['tests/long/browser/**/*.test.ts'] : [], ...browser },
      },
      { resolve, test: { name: 'long', include: ['tests/long/*.test.ts'], ...database, testTimeout: 900_000 } },
    ],
  },
})
