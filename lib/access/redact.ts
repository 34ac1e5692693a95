import { inspect } from 'node:util'

// What lets somebody in, wherever it turns up in a text, and rows that Postgres quotes in its errors.
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\btm_[A-Za-z0-9_-]{20,}/g, 'tm_…'],
  [/\b(bearer|basic) +[^\s'",;]+/gi, '$1 …'],
  [/\b(token=)[^\s&'",;#]+/gi, '$1…'],
  [/((?:session_token|passkey)=)[^\s'",;]+/gi, '$1…'],
  [/("?(?:password|current|next|token|secret|authorization|cookie)"?\s*:\s*)(['"])(?:(?!\2).)*\2/gi, '$1$2…$2'],
  [/(Failing row contains \().*(\))/g, '$1…$2'],
  [/(\w+:\/\/[^\s:@/]+:)[^\s@/]+@/g, '$1…@'],
]

/** A text for the log without what lets somebody in: keys, tokens, cookies, passwords, and rows that errors quote. Pure. */
export function redactedText(text: string): string {
  return secrets.reduce((rest, [secret, instead]) => rest.replace(secret, instead), text)
}

/** Whatever was thrown, as the log tells it: with its stack and causes, without secrets. */
export function redacted(error: unknown): string {
  return redactedText(inspect(error))
}
