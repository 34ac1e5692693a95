import { hashPassword, verifyPassword } from 'better-auth/crypto'

/** The slow hash of passwords (scrypt, as better-auth stores it). */
export interface Hasher {
  hash(password: string): Promise<string>
  verify(hash: string, password: string): Promise<boolean>
}

export const scrypt: Hasher = {
  hash: hashPassword,
  verify: (hash, password) => verifyPassword({ hash, password }),
}

/** In the place of the hash of an account that is not there: it is compared with as any other, and no password has it. */
export const nobodysHash = `${'0'.repeat(32)}:${'0'.repeat(128)}`
