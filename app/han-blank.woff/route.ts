import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

// Read once, when the pages are built.
export const dynamic = 'force-static'

/** The font that holds the place of Chinese characters, at an address that a page can name before its style sheet has come. */
export async function GET(): Promise<Response> {
  const font = await readFile(join(process.cwd(), 'app', '_ui', 'fonts', 'han-blank.woff'))
  return new Response(new Uint8Array(font), {
    headers: { 'Content-Type': 'font/woff', 'Cache-Control': 'public, max-age=31536000, immutable' },
  })
}
