import type { Readable } from 'node:stream'
import { say } from './report'

/** Prints each line of `stream` behind the name of the part it came from. */
export function relayLines(name: string, stream: Readable | null): void {
  let rest = ''
  stream?.setEncoding('utf8')
  stream?.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') say(`${name} | ${line}`)
  })
  stream?.on('end', () => {
    if (rest.trim() !== '') say(`${name} | ${rest}`)
  })
}
