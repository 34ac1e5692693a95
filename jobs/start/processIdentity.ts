import { existsSync, readFileSync } from 'node:fs'

const bootId = '/proc/sys/kernel/random/boot_id'

/**
 * What tells the process `pid` from every other that had or will have its number: the boot and its start in clock ticks since then.
 * `gone` when there is no such process, or it is dead and only not yet collected; null where the system does not say (no /proc).
 */
export function processIdentity(pid: number): string | null {
  if (!existsSync('/proc/self/stat')) return null
  try {
    // The name in brackets may hold spaces and brackets: fields are counted from the last bracket, after which the state comes.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return 'gone'
    return `${existsSync(bootId) ? readFileSync(bootId, 'utf8').trim() : ''} ${fields[19]}`
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ESRCH') return 'gone'
    throw error
  }
}
