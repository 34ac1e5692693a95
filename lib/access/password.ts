import { InputError } from '@/lib/store/errors'
import { commonPasswords } from './commonPasswords'

const lengths = { least: 12, most: 200 }
const leastDifferent = 5

/** Why a password is not taken; null when it is. `email` is the address it is for. Pure. */
export function passwordRefusal(password: string, email: string): string | null {
  const { length } = [...password]
  if (length < lengths.least || length > lengths.most) {
    return `expected ${lengths.least} to ${lengths.most} characters`
  }
  const plain = password.toLowerCase()
  const [name = '', host = ''] = email.toLowerCase().split('@')
  if (plain.includes(email.toLowerCase()) || plain === name || plain === host) return 'must not be the e-mail address'
  if (new Set(plain).size < leastDifferent) return `expected at least ${leastDifferent} different characters`
  if (commonPasswords.has(plain)) return 'is one of the first that are tried: choose another one'
  return null
}

/** Passes when a password may be taken; throws `InputError` for its `field` else. */
export function assertPassword(field: string, password: string, email: string): void {
  const detail = passwordRefusal(password, email)
  if (detail !== null) throw new InputError([{ name: field, detail }])
}
