import { format } from 'node:util'
import { log } from '@/lib/operation/log'

const levels = { error: 'error', warn: 'warn', log: 'info', info: 'info', debug: 'debug' } as const

/**
 * From now on what libraries print (Next, when a page fails) are lines of the log as well: with the request they belong to, and without secrets. Returns how to give the
 * console back.
 */
export function logConsole(): () => void {
  const names = Object.keys(levels) as (keyof typeof levels)[]
  const before = names.map((name) => [name, console[name]] as const)
  for (const name of names) {
    console[name] = (...parts: unknown[]) => {
      const err = parts.find((part) => part instanceof Error)
      log()[levels[name]](err === undefined ? {} : { err }, format(...parts.filter((part) => part !== err)))
    }
  }
  return () => {
    for (const [name, print] of before) console[name] = print
  }
}
