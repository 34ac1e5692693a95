import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCase } from '@/lib/studies/case/run'

const firm = Array.from({ length: 40 }, (_, i) => Math.sin(i * i) / 50)
const market = Array.from({ length: 40 }, (_, i) => Math.cos(i * i) / 60)
const input = {
  kind: 'event-study',
  model: 'market',
  events: [{ id: 'one', estimation: { firm, market }, event: { days: [0, 1], firm: [0.05, 0.01], market: [0, 0.01] } }],
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** What `npm run study` starts; `given` goes to its standard input, after `afterMs`; a reader that is `gone` closes its output at once. */
function study(args: readonly string[], { given = '', afterMs = 0, gone = false } = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'jobs/study.ts', ...args])
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    said.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.stderr += chunk
  })
  if (gone) child.stdout.destroy()
  const late = setTimeout(() => child.stdin.end(given), afterMs)
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(late)
      resolve({ code, ...said })
    })
  })
}

// The starts run together: each takes about a second on a machine with nothing else to do.
describe('npm run study', { timeout: 60_000 }, () => {
  test('prints the result of a file, and of standard input, as JSON alone on standard output', async () => {
    const whole = { id: 'case', tolerance: { rel: 1e-9 }, input, expected: {} }
    const [ofFile, ofInput] = await Promise.all([
      study([file('case.json', `\uFEFF${JSON.stringify(whole)}`)]),
      // Long after it began to read.
      study(['-'], { given: JSON.stringify(input), afterMs: 2000 }),
    ])
    expect({ ...ofFile, stdout: JSON.parse(ofFile.stdout) }).toEqual({ code: 0, stderr: '', stdout: runCase(input) })
    expect(ofInput).toEqual(ofFile)
  })

  test('ends with exit 2 for a case that cannot be meant and a file that is not there, and names it on standard error', async () => {
    const wrong = { ...input, events: [{ ...input.events[0], estimation: { firm, market: market.slice(1) } }] }
    const [unequal, notJson, missing] = await Promise.all([
      study(['-'], { given: JSON.stringify(wrong) }),
      study([file('half.json', '{"kind": "event-')]),
      study([join(folder, 'nothing.json')]),
    ])
    expect(unequal).toEqual({
      code: 2,
      stdout: '',
      stderr: 'events[0].estimation.market: expected as many entries as firm, 40, got 39\n',
    })
    expect(notJson).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/half\.json: expected JSON, .+\n$/),
    })
    expect(missing).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/nothing\.json: cannot be read/),
    })
  })

  test('does not complain when its reader has seen enough, but without a file', async () => {
    const events = Array.from({ length: 200 }, (_, i) => ({ ...input.events[0], id: `event ${i}` }))
    const [{ code, stderr }, none] = await Promise.all([
      study(['-'], { given: JSON.stringify({ ...input, events }), gone: true }),
      study([]),
    ])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(none).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('expected one FILE, got 0\nUsage'),
    })
  })
})
