/** Measures the section that its first argument names, in the mode of the second, and says over IPC what became of it. Started by `isolated`. */
import type { SectionMessage } from './isolated'
import type { Mode } from './section'
import { sections } from './sections'

// Whoever asked is gone.
process.on('disconnect', () => process.exit(1))

const tell = (message: SectionMessage) => new Promise((sent) => process.send?.(message, sent))

const [name, mode] = process.argv.slice(2) as [string, Mode]
const section = sections.find((one) => one.name === name)
try {
  if (!section) throw new Error(`there is no section ${name}`)
  await tell({ figures: await section.measure(mode, (said) => void tell({ said })) })
} catch (error) {
  console.error(error)
  await tell({ failure: error instanceof Error ? error.message : String(error) })
}
process.exit(0)
