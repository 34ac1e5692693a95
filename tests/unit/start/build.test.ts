import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashSources } from '@/jobs/build/sources'
import { takeTurn } from '@/jobs/build/turn'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tidemark-build-'))
  for (const folder of ['app/listings', 'lib/store/generated', 'tests'])
    mkdirSync(join(root, folder), { recursive: true })
  for (const file of [
    'app/page.tsx',
    'app/listings/page.tsx',
    'lib/store/generated/client.ts',
    'tests/a.test.ts',
    'next.config.js',
  ]) {
    writeFileSync(join(root, file), file)
  }
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('the hash of the sources', () => {
  test('follows contents and names, not dates', () => {
    const before = hashSources(root)
    utimesSync(join(root, 'app/page.tsx'), new Date(0), new Date(0))
    expect(hashSources(root)).toBe(before)
    writeFileSync(join(root, 'app/page.tsx'), 'changed')
    const changed = hashSources(root)
    expect(changed).not.toBe(before)
    writeFileSync(join(root, 'app/new.tsx'), '')
    expect(hashSources(root)).not.toBe(changed)
  })

  test('leaves out tests and the generated client, which change nothing in the pages', () => {
    const before = hashSources(root)
    writeFileSync(join(root, 'tests/a.test.ts'), 'changed')
    writeFileSync(join(root, 'lib/store/generated/client.ts'), 'changed')
    expect(hashSources(root)).toBe(before)
  })

  test('tells where one file ends and the next begins', () => {
    writeFileSync(join(root, 'app/a'), 'bc')
    const before = hashSources(root)
    rmSync(join(root, 'app/a'))
    writeFileSync(join(root, 'app/ab'), 'c')
    expect(hashSources(root)).not.toBe(before)
  })
})

test('two builds in one folder take turns', async () => {
  const file = join(root, '.cache', 'build.lock')
  const first = await takeTurn(file)
  let second = false
  const waiting = takeTurn(file).then((turn) => {
    second = true
    return turn
  })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(second).toBe(false)
  first.leave()
  ;(await waiting).leave()
  expect(second).toBe(true)
})
