import { z } from 'zod'
import { lineInput } from '../input'
import { keyScopes, roles } from './role'

/** An e-mail address; capitals and spaces around it make no other address. */
export const emailInput = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: 'expected at most 254 characters' })
  .pipe(z.email({ error: 'expected an e-mail address such as anna@example.org' }))

export const nameInput = lineInput(100)
export const roleInput = z.enum(roles, { error: 'expected viewer, annotator or admin' })
export const keyScopeInput = z.enum(keyScopes, { error: 'expected read, annotate or admin' })

/** A life of a key in whole days. */
export const lifeInput = z.int({ error: 'expected whole days from 1 to 3650' }).min(1).max(3650)
