import type { Readable } from 'node:stream'
import { say } from './report'

/** A line of the log in JSON stays one: it names its part itself. */
const isJson = (line: string) => line.startsWith('{')

/** Prints each line of `stream` behind the name of the part it came from. */
export function relayLines(name: string, stream: Readable | null): void {
  let rest = ''
  stream?.setEncoding('utf8')
  stream?.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') say(isJson(line) ? line : `${name} | ${line}`)
  })
  stream?.on('end', () => {
    if (rest.trim() !== '') say(isJson(rest) ? rest : `${name} | ${rest}`)
  })
}
