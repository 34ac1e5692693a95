import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schemaDifference } from '@/jobs/schemaDifference'
import { addMissingClaims } from '@/lib/store/claim/addMissing'
import { listClaims } from '@/lib/store/claim/list'
import { applyMigrations } from '@/lib/store/migrate/apply'
import { claims } from '@/prisma/seed'
import { contextAt, type FreshStore, freshStore } from '../database/fresh'

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

const folder = join(process.cwd(), 'prisma', 'migrations')

test('the migrations make exactly the schema', () => {
  expect(schemaDifference(store.url)).toBe('')
})

test('applying them again does nothing', async () => {
  expect(await applyMigrations(store.sql, folder)).toEqual([])
})

test('a migration that was edited after it was applied is refused by name', async () => {
  await store.sql`UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name = '0001_init'`
  await expect(applyMigrations(store.sql, folder)).rejects.toThrow(/0001_init is not the one/)
})

/** What the claims were before their verdicts were computed, where it differs from today. */
const storedBefore: Readonly<Record<string, { kind?: string; parameters: object }>> = {
  'cambricon-up-nearly-500-percent': {
    parameters: {
      ...{ listing: '688256.SS', price: 'close', adjust: 'raw', years: 1, range: { from: 475, below: 500 } },
      ...{ endDates: ['2025-09-18', '2025-09-19'], ends: { last: '2025-09-18', count: 60 } },
    },
  },
  'cambricon-half-year-growth': {
    parameters: {
      revenue: { topic: 'cambricon', quarters: ['2025-Q1', '2025-Q2'] },
      before: { topic: 'cambricon', quarters: ['2024-Q1', '2024-Q2'] },
      ...{ said: '4348', unit: '1', decimals: 0 },
    },
  },
  'cambricon-record-since-listing': {
    parameters: { topic: 'cambricon', since: '2020-07-20', needsFrom: '2020-Q3' },
  },
  'nvidia-tumbled-on-deepseek': {
    parameters: {
      ...{ event: 'deepseek-ue8m0', listing: 'NVDA', benchmark: '^GSPC', direction: 'fall' },
      ...{ window: { pre: 0, post: 1 }, sessions: { before: '2025-08-20', day0: '2025-08-21', after: '2025-08-22' } },
    },
  },
  't-head-matches-h20': { parameters: { needs: 'measured performance of both chips' } },
  'huawei-generations-behind': { kind: 'opinion', parameters: { needs: 'an agreed measure of a generation' } },
}

test('claims with stored verdicts become those that ship now, and the verdicts go', async () => {
  const old = await freshStore()
  const early = mkdtempSync(join(tmpdir(), 'tidemark-migrations-'))
  for (const name of ['0001_init', '0002_gaps_and_feed_state']) {
    cpSync(join(folder, name), join(early, name), { recursive: true })
  }
  try {
    await old.sql`DROP SCHEMA public CASCADE`
    await old.sql`CREATE SCHEMA public`
    await applyMigrations(old.sql, early)
    for (const { slug, statement, statementZh, statedOn, sourceName, position, ...now } of claims) {
      const { kind = now.kind, parameters } = { parameters: now.parameters, ...storedBefore[slug] }
      await old.sql`
        INSERT INTO claim (slug, statement, statement_zh, kind, parameters, stated_on, source_name, verdict, finding, finding_zh, position)
        VALUES (${slug}, ${statement}, ${statementZh}, ${kind}, ${JSON.stringify(parameters)}::text::jsonb, ${statedOn}, ${sourceName}, 'holds', 'f', 'f', ${position})`
    }
    await applyMigrations(old.sql, folder)
    const migrated = (await listClaims(old)).map(({ createdAt: _added, ...claim }) => claim)
    expect(await addMissingClaims(old, contextAt('2026-11-24T00:00:00Z'), claims)).toBe(0)
    const kept = { status: 'published', externalId: null, version: 1, managedBy: null }
    expect(migrated).toEqual(claims.map((claim) => ({ ...claim, ...kept })))
  } finally {
    rmSync(early, { recursive: true })
    await old.close()
  }
})
