import { vi } from 'vitest'

/** What this process logs from now on. */
export interface CapturedLog {
  /** Everything that was written, as it was written. */
  text(): string
  /** The lines of the log. */
  lines(): readonly Record<string, unknown>[]
  /** Lets the output go where it went before. */
  restore(): void
}

/** Takes the lines of the log (JSON, as wherever the output is no terminal) off standard output. */
export function captureLog(): CapturedLog {
  const spy = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const text = () => spy.mock.calls.map(([chunk]) => String(chunk)).join('')
  const lines = () =>
    text()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { text, lines, restore: () => spy.mockRestore() }
}
