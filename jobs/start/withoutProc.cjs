// Loaded before everything else where /proc is not mounted (a bare chroot): Node then cannot tell how much memory it uses, and Next
// asks in passing and would end over it. Nothing of ours looks at these figures.
const unknown = { rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }
const orUnknown = (measure, fallback) => () => {
  try {
    return measure()
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    return fallback
  }
}
const rss = orUnknown(process.memoryUsage.rss, 0)
process.memoryUsage = Object.assign(orUnknown(process.memoryUsage, unknown), { rss })
