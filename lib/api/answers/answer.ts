import { createHash } from 'node:crypto'
import { type Encoding, packed } from './encoding'

/** An answer that was made once and may be sent many times. */
export class Answer {
  private hash: string | undefined
  private readonly packs = new Map<Encoding, Promise<Buffer>>()

  /** `name` is never another answer's: what was read, at which version, and what it depends on. */
  constructor(
    readonly name: string,
    readonly body: Buffer,
  ) {}

  /** The bytes to send: packed at most once for each encoding, however many ask. */
  bytes(encoding: Encoding): Buffer | Promise<Buffer> {
    if (encoding === 'identity') return this.body
    const known = this.packs.get(encoding)
    if (known) return known
    const made = packed(this.body, encoding)
    this.packs.set(encoding, made)
    return made
  }

  /** A digest of the bytes: the same for the same bytes, whatever they were made of. */
  get digest(): string {
    this.hash ??= createHash('sha256').update(this.body).digest('base64url').slice(0, 22)
    return this.hash
  }

  /** What it takes in memory with both of its packed forms. */
  get weight(): number {
    return Math.ceil(this.body.length * 1.7)
  }
}

/** The strong entity tag of an answer in an encoding: each encoding has its own bytes, so its own tag (RFC 9110, 8.8.3.3). */
export function entityTag(name: string, encoding: Encoding): string {
  return `"${name}${encoding === 'identity' ? '' : `-${encoding}`}"`
}

/** Whether an `If-None-Match` header names the tag, by the weak comparison (RFC 9110, 13.1.2). */
export function matchesTag(header: string | null | undefined, tag: string): boolean {
  if (!header) return false
  if (header === tag || header.trim() === '*') return true
  return header.match(/"[^"]*"/g)?.some((one) => one === tag) ?? false
}
