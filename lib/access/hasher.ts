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
