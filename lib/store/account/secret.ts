import { createHash, randomBytes } from 'node:crypto'

/** A new secret of 32 random bytes, in the 43 characters of base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret that is random itself: its SHA-256 in hexadecimal digits. (Passwords need a slow hash.) */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
