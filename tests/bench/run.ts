import type { Figure, Mode, Section } from './section'

/** A section as it was measured, or why it was not. */
export interface SectionReport {
  readonly name: string
  readonly seconds: number
  readonly figures: readonly Figure[]
  /** Null when it was measured. */
  readonly failure: string | null
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error)) || 'failed without a word'

async function measured(section: Section, mode: Mode, say: (line: string) => void): Promise<SectionReport> {
  const begun = performance.now()
  const report = (figures: readonly Figure[], failure: string | null) => ({
    ...{ name: section.name, seconds: Math.round((performance.now() - begun) / 100) / 10, figures, failure },
  })
  try {
    const figures = await section.measure(mode, say)
    return report(figures, figures.length === 0 ? 'measured nothing' : null)
  } catch (error) {
    return report([], reasonOf(error))
  }
}

/** 1 when something could not be measured; a limit that is not kept is no error. */
export function exitCodeOf(reports: readonly SectionReport[]): number {
  return reports.some(({ failure }) => failure !== null) ? 1 : 0
}

/** Measures sections one after the other, never two at once; what one says goes to `say` with its name. One that fails is reported as failed, and the others go on. */
export async function runSections(
  sections: readonly Section[],
  mode: Mode,
  say: (line: string) => void,
): Promise<SectionReport[]> {
  const reports: SectionReport[] = []
  for (const section of sections) {
    const tell = (line: string) => say(`${section.name}: ${line}`)
    tell('begins')
    const report = await measured(section, mode, tell)
    tell(report.failure === null ? `measured in ${report.seconds} s` : `failed: ${report.failure}`)
    reports.push(report)
  }
  return reports
}
