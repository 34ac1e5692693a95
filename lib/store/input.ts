import { z } from 'zod'
import { slugForm } from './slug'

// Postgres stores no zero byte, and what else steers a terminal or a printer has no place in a text.
const controls = /(?![\n\t])\p{Cc}/u

const wellFormed = (text: string) => text.isWellFormed() && !controls.test(text)
const plain = { error: 'expected text without control characters' }

/** One line of text of 1 to `most` characters; spaces around it are taken off. */
export function lineInput(most: number) {
  return z
    .string()
    .trim()
    .min(1, { error: `expected 1 to ${most} characters` })
    .max(most, { error: `expected 1 to ${most} characters` })
    .refine((text) => wellFormed(text) && !/[\n\t]/.test(text), {
      error: 'expected one line of text without control characters',
    })
}

/** Text of up to `most` characters, lines and all; may be empty. Line ends become `\n`. */
export function proseInput(most: number) {
  return z
    .string()
    .max(most, { error: `expected at most ${most} characters` })
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .refine(wellFormed, plain)
}

/** An address of the web, `https://…` or `http://…`, without a user's name in it. */
export const webAddressInput = z
  .string()
  .max(2_000, { error: 'expected at most 2000 characters' })
  .refine(
    (text) => {
      if (!URL.canParse(text) || !/^https?:\/\//i.test(text)) return false
      const { username, password } = new URL(text)
      return username === '' && password === ''
    },
    { error: 'expected an address such as https://example.org/news' },
  )
  .refine(wellFormed, plain)

export const slugInput = z.string().regex(slugForm, {
  error: 'expected 1 to 100 small letters, digits and hyphens, beginning with a letter or digit',
})

/** Small labels that things are found by, each once. */
export const tagsInput = z
  .array(lineInput(60))
  .max(20, { error: 'expected at most 20' })
  .transform((tags) => [...new Set(tags)])

/** What another program calls a thing. */
export const externalIdInput = lineInput(200)

export const statusInput = z.enum(['draft', 'published', 'archived'])

/** Where a thing stands in lists, the smallest first. */
export const positionInput = z.int({ error: 'expected a whole number' }).min(0).max(100_000)

/** A slug made of a title: its letters and digits in small ASCII, hyphens between; null when it has none (as in Chinese). */
export function slugOf(title: string): string | null {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
  return slug === '' ? null : slug
}
