import { BackupRefusal } from './refusal'

/** One file of an archive. */
export interface Entry {
  readonly name: string
  readonly bytes: Buffer
}

const block = 512
const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`

/** A file as the tar format (POSIX ustar) has it: a head of 512 bytes, then its bytes, filled up to a multiple of 512. Names have at most 100 bytes. Pure. */
export function tarEntry({ name, bytes }: Entry): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`The name ${name} is too long for an archive`)
  const head = Buffer.alloc(block)
  head.write(name, 0)
  // Whoever unpacks it gets files that nobody else may read.
  head.write(octal(0o600, 8), 100)
  head.write(octal(0, 8), 108)
  head.write(octal(0, 8), 116)
  head.write(octal(bytes.length, 12), 124)
  head.write(octal(0, 12), 136)
  // The sum is taken with blanks in its own place.
  head.write(' '.repeat(8), 148)
  head.write('0', 156)
  head.write('ustar\x0000', 257)
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${octal(sum, 7)} `, 148)
  return Buffer.concat([head, bytes, Buffer.alloc((block - (bytes.length % block)) % block)])
}

/** What ends an archive: two empty blocks. */
export const tarEnd = Buffer.alloc(2 * block)

const textOf = (head: Buffer, from: number, to: number) => head.toString('utf8', from, to).replace(/\0.*$/s, '')

/** Reads the files of an archive, each wholly into memory, as the bytes come. Throws `BackupRefusal` for what is no archive of `tarEntry` or is cut within a file. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  let waiting: Buffer[] = []
  let length = 0
  const take = (size: number): Buffer => {
    const all = Buffer.concat(waiting)
    waiting = [all.subarray(size)]
    length -= size
    return all.subarray(0, size)
  }
  let open: { readonly name: string; readonly size: number } | null = null
  for await (const chunk of source) {
    waiting.push(chunk)
    length += chunk.length
    for (;;) {
      const wanted: number = open === null ? block : Math.ceil(open.size / block) * block
      if (length < wanted) break
      const bytes = take(wanted)
      if (open !== null) {
        yield { name: open.name, bytes: bytes.subarray(0, open.size) }
        open = null
      } else if (bytes.some((byte) => byte !== 0)) {
        const size = Number.parseInt(textOf(bytes, 124, 136), 8)
        if (textOf(bytes, 257, 263) !== 'ustar' || !Number.isSafeInteger(size)) {
          throw new BackupRefusal('The file is no backup of Tidemark: what is in it is no tar archive')
        }
        open = { name: textOf(bytes, 0, 100), size }
      }
    }
  }
  if (open !== null || length > 0) throw new BackupRefusal('The archive ends within a file: it is cut')
}
