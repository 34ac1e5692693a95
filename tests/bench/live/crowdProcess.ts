/** A crowd in a process of its own. Its arguments are port, size and how many readers there are to one that is timed. Speaks over IPC as `startCrowd` expects. */
import { openCrowd } from './crowd'

process.on('disconnect', () => process.exit(0))

const [port, size, every] = process.argv.slice(2).map(Number) as [number, number, number]
const crowd = await openCrowd(port, size, every)
const tell = (message: unknown) => void process.send?.(message)
process.on('message', async (asked) => {
  if (asked === 'heard') return tell(await crowd.heard())
  const next = crowd.nextChange()
  tell('armed')
  tell(await next)
})
tell('open')
