/** `12 ms` below a second, `1.9 s` from there on. `ms` is a duration in milliseconds. */
export function durationText(ms: number): string {
  return ms < 999.5 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

/** Writes one line to standard output. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Makes a terminal that is gone (closed, or a pipe nobody reads any more) no reason to end: what is said there is lost. */
export function surviveClosedTerminal(): void {
  const isGone = (error: NodeJS.ErrnoException) => error.code === 'EPIPE' || error.code === 'EIO'
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (!isGone(error)) throw error
    })
  }
}

const columns = { name: 12, time: 9 }

/** One line of the report: `  database      842 ms  embedded Postgres started`. */
export function stepLine(name: string, ms: number, what: string): string {
  return `  ${name.padEnd(columns.name)}${durationText(ms).padStart(columns.time)}  ${what}`
}

/** What a step hands back: its value, and what its line says. */
export interface Outcome<T> {
  readonly value: T
  readonly said: string
}

export interface Step<T> {
  /** The step's value, as soon as it is done. */
  readonly value: Promise<T>
  /** The same, after its line was printed. */
  readonly reported: Promise<T>
}

/**
 * Begins `work` and prints its line with the time it took when it is done and the line of the step `after` is printed: steps may
 * overlap, their lines keep their order. Both promises carry an error of the work, the second one those of the steps before as well.
 */
export function beginStep<T>(name: string, work: () => Promise<Outcome<T>>, after?: Step<unknown>): Step<T> {
  const begun = performance.now()
  const done = work().then((outcome) => ({ ...outcome, ms: performance.now() - begun }))
  const value = done.then((outcome) => outcome.value)
  const reported = (async () => {
    await after?.reported
    const outcome = await done
    say(stepLine(name, outcome.ms, outcome.said))
    return outcome.value
  })()
  // Whoever waits for a step sees its error; one that nobody waits for any more must not end the process.
  for (const promise of [value, reported]) promise.catch(() => undefined)
  return { value, reported }
}

/** One step on its own: see `beginStep`. */
export function step<T>(name: string, work: () => Promise<Outcome<T>>): Promise<T> {
  return beginStep(name, work).reported
}
