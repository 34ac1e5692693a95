import { rmSync } from 'node:fs'
import { type FileHandle, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A file that comes about whole or not at all. */
export interface WholeFile {
  write(bytes: Buffer): Promise<void>
  /** Puts it on the disk, then in its place; a file that was there is replaced in one step. */
  keep(): Promise<void>
  /** Takes away what was written so far. */
  abandon(): void
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let from = 0; from < bytes.length; ) from += (await handle.write(bytes, from)).bytesWritten
}

/** Begins a file beside its place, readable by its owner only. Throws when it cannot be made. */
export async function wholeFile(file: string): Promise<WholeFile> {
  const partial = `${file}.partial-${process.pid}`
  const handle = await open(partial, 'w', 0o600)
  return {
    write: (bytes) => writeAll(handle, bytes),
    keep: async () => {
      await handle.sync()
      await handle.close()
      await rename(partial, file)
      // The new name is on the disk only when its folder is.
      const folder = await open(dirname(file))
      await folder.sync()
      await folder.close()
    },
    abandon: () => rmSync(partial, { force: true }),
  }
}

/** Standard output as such a file: whoever reads it finds by the hash at its end whether it came whole. */
export function wholeOutput(): WholeFile {
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()))
      }),
    keep: async () => undefined,
    abandon: () => undefined,
  }
}
