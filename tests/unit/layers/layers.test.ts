import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Cruised {
  readonly modules: readonly {
    readonly source: string
    readonly dependencies: readonly { readonly resolved: string }[]
  }[]
}

/** What the tool sees of some folders, with what they import named but not looked into: all of lib takes it four times as long. */
const cruise = (folders: readonly string[]): Cruised => {
  const program = join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const options = ['--config', '.dependency-cruiser.cjs', '--do-not-follow', '^lib/store/', '--output-type', 'json']
  const { stdout } = spawnSync(process.execPath, [program, ...folders, ...options], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  return JSON.parse(stdout) as Cruised
}

// The tool silently leaves out files whose language it has no parser for: then it finds nothing wrong in anything.
test('the layer check reads every TypeScript file of a folder, and follows both relative paths and the alias', () => {
  const folders = [join('lib', 'feeds'), join('lib', 'live')]
  const { modules } = cruise(folders)
  const seen = new Set(modules.map(({ source }) => source))
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => join(folder, name)),
  )
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter((file) => !seen.has(file))).toEqual([])
  const targets = (file: string) =>
    modules.find(({ source }) => source === file)?.dependencies.map(({ resolved }) => resolved)
  expect(targets('lib/live/hub.ts')).toEqual(expect.arrayContaining(['lib/live/eventId.ts', 'lib/store/live/read.ts']))
  expect(targets('lib/feeds/registry.ts')?.some((target) => target.startsWith('lib/market/'))).toBe(true)
})
