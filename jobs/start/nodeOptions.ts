import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** `NODE_OPTIONS` for processes that run Next: those of this process, and where /proc is not mounted what lets Next run without it. */
export function nodeOptions(given = process.env.NODE_OPTIONS ?? '', hasProc = existsSync('/proc/self/stat')): string {
  if (process.platform !== 'linux' || hasProc) return given
  return `${given} --require ${JSON.stringify(join(process.cwd(), 'jobs/start/withoutProc.cjs'))}`.trim()
}
