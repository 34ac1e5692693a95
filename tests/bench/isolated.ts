import { fork } from 'node:child_process'
import type { Figure, Section } from './section'

/** What the process of a section says to the one that started it. */
export type SectionMessage =
  | { readonly said: string }
  | { readonly figures: readonly Figure[] }
  | { readonly failure: string }

/**
 * The section of that name, measured in a process of its own: what one leaves in memory, or how it ends, is no concern of the next. What it prints goes to standard error.
 */
export function isolated(name: string): Section {
  return {
    name,
    measure: (mode, say) =>
      new Promise((resolve, reject) => {
        const child = fork('tests/bench/sectionProcess.ts', [name, mode], {
          execArgv: ['--import', 'tsx'],
          // JSON knows no NaN, and a figure may be one.
          serialization: 'advanced',
          stdio: ['ignore', 2, 2, 'ipc'],
        })
        child.on('message', (message: SectionMessage) => {
          if ('said' in message) say(message.said)
          else if ('figures' in message) resolve(message.figures)
          else reject(new Error(message.failure))
        })
        child.on('error', reject)
        // Without effect when it has said how it went.
        child.on('exit', (code, signal) => reject(new Error(`its process ended with ${signal ?? code}`)))
      }),
  }
}
