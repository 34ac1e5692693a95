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

const cruise = (): Cruised => {
  const program = join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const args = [program, 'lib', '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 100_000_000 })
  return JSON.parse(stdout) as Cruised
}

// The tool silently leaves out files whose language it has no parser for: then it finds nothing wrong in anything.
test('the layer check reads every TypeScript file of lib, and follows both relative paths and the alias', () => {
  const { modules } = cruise()
  const seen = new Set(modules.map(({ source }) => source))
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.startsWith(join('store', 'generated')))
    .map((name) => join('lib', name))
  expect(files.filter((file) => !seen.has(file))).toEqual([])
  const targets = (file: string) =>
    modules.find(({ source }) => source === file)?.dependencies.map(({ resolved }) => resolved)
  expect(targets('lib/store/bar/write.ts')).toContain('lib/store/context.ts')
  expect(targets('lib/feeds/registry.ts')?.some((target) => target.startsWith('lib/market/'))).toBe(true)
})
