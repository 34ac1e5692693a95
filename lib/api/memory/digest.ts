import { createHash } from 'node:crypto'

/** A short text that stands for a value of plain data: equal values with their members in the same order have equal digests, and no others. */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url')
}
