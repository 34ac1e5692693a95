/** Raised while streaming when a body grows past its cap. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'
}

/**
 * The body as text (in `encoding`, UTF-8 unless said; a byte order mark dropped), counted as it streams in, after decompression.
 * Past `maxBytes` it throws `BodyTooLarge` and closes the stream, or with `cut` returns what there is. Errors of the stream are thrown as they come.
 */
export async function readBody(
  response: Response,
  maxBytes: number,
  { cut = false, encoding = 'utf-8' }: { readonly cut?: boolean; readonly encoding?: string } = {},
): Promise<string> {
  if (response.body === null) return ''
  const decoder = new TextDecoder(encoding)
  const reader = response.body.getReader()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > maxBytes) {
      await reader.cancel()
      if (cut) return text
      throw new BodyTooLarge(`more than ${maxBytes} bytes`)
    }
    text += decoder.decode(value, { stream: true })
  }
}

/** One line of at most 100 characters to quote in a message; of an HTML page its title. */
export function excerptOf(body: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(body)?.[1]
  const line = (title ?? body.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim()
  if (line === '') return 'an empty body'
  return `"${line.length > 100 ? `${line.slice(0, 99)}…` : line}"`
}

/** Whether the body begins as HTML or XML does. */
export function looksLikeMarkup(body: string): boolean {
  return /^\s*</.test(body)
}
