import type { Change } from './stream'

/** Whether a change concerns one of the wanted topics, each alone (`events`) or with a key (`quotes:NVDA`); a change of a whole topic concerns its parts. Pure. */
export function isWanted(wants: readonly string[], { topic, key }: Change): boolean {
  return wants.some(
    (want) => want === topic || want === `${topic}:${key}` || (key === '' && want.startsWith(`${topic}:`)),
  )
}
