import { Presets, SingleBar } from 'cli-progress'

/** A progress bar on standard error. */
export interface TerminalProgress {
  show(label: string, done: number, total: number): void
  /** Takes the bar away. */
  end(): void
}

/** A bar when standard error is a terminal; else nothing is printed. */
export function terminalProgress(wanted = process.stderr.isTTY === true): TerminalProgress {
  if (!wanted) return { show: () => undefined, end: () => undefined }
  const bar = new SingleBar(
    {
      format: '{bar} {value}/{total} {label}',
      barsize: 24,
      clearOnComplete: true,
      hideCursor: true,
      stream: process.stderr,
    },
    Presets.shades_classic,
  )
  return {
    show: (label, done, total) => {
      if (!bar.isActive) bar.start(total, done, { label })
      bar.setTotal(total)
      bar.update(done, { label })
    },
    end: () => bar.stop(),
  }
}
