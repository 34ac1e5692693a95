import { randomUUID } from 'node:crypto'

/** The header that carries a request's id, from a proxy in front and back to the client. */
export const requestIdHeader = 'x-request-id'

const wellFormed = /^[A-Za-z0-9][A-Za-z0-9._:-]{7,63}$/

/** The id of a request: the one a proxy has given it when that is 8 to 64 letters, digits and `._:-`, else a new one. */
export function requestIdOf(given: string | readonly string[] | undefined): string {
  return typeof given === 'string' && wellFormed.test(given) ? given : randomUUID()
}
