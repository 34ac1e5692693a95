import { existsSync, readFileSync } from 'node:fs'
import { type Holder, holderOf, holds } from './lockFile'

const mostGenerations = 6
const lookEveryMs = 200

function parentOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function isNpm(pid: number): boolean {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  return command.startsWith('npm ') || /\/npm(-cli\.js)? /.test(command)
}

/** The processes between us and the npm that runs us, npm included; none when npm does not run us or there is no /proc. */
function npmProcesses(): Holder[] {
  const found: number[] = []
  if (!process.env.npm_lifecycle_event || !existsSync('/proc/self/stat')) return []
  for (let pid = process.ppid; pid > 1 && found.length < mostGenerations; pid = parentOf(pid)) {
    found.push(pid)
    if (isNpm(pid)) return found.map((each) => holderOf(each, 'npm'))
  }
  return []
}

/**
 * Calls `onGone` once when the npm (or a shell between) that runs this process was killed: whoever started it has no terminal to stop
 * it from any more.
 */
export function watchNpm(onGone: () => void): void {
  const watched = npmProcesses()
  if (watched.length === 0) return
  const timer = setInterval(() => {
    if (watched.every(holds)) return
    clearInterval(timer)
    onGone()
  }, lookEveryMs)
  timer.unref()
}
