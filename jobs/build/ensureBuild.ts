import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runBuild } from './runBuild'
import { hashSources } from './sources'
import { takeTurn } from './turn'

/** Why a build was made, or that none was needed. */
export type BuildOutcome = 'up to date' | 'built: there was none' | 'built: the sources have changed'

/** Whether `root` holds a finished build, of whatever sources. */
export function hasBuild(root: string): boolean {
  return existsSync(join(root, '.next', 'BUILD_ID'))
}

/**
 * Makes the build of the pages in `root` when it is missing or was made from other sources (by content, not by date). Waits for a
 * build that another process makes there. Throws `BuildError`; an abort of `signal` ends the build.
 */
export async function ensureBuild(root: string = process.cwd(), signal?: AbortSignal): Promise<BuildOutcome> {
  const mark = join(root, '.next', 'tidemark-sources')
  const isCurrent = () => hasBuild(root) && existsSync(mark) && readFileSync(mark, 'utf8') === hashSources(root)
  if (isCurrent()) return 'up to date'
  const turn = await takeTurn(join(root, '.cache', 'build.lock'), signal)
  try {
    if (isCurrent()) return 'up to date'
    const outcome: BuildOutcome = hasBuild(root) ? 'built: the sources have changed' : 'built: there was none'
    rmSync(mark, { force: true })
    // Taken before the build: what changes while it runs is not in it.
    const sources = hashSources(root)
    const build = runBuild(root, signal)
    turn.handTo(build.pid)
    await build.done
    writeFileSync(mark, sources)
    return outcome
  } finally {
    turn.leave()
  }
}
