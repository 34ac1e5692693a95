import { fetchJson } from '../shared/http'
import { type FeedContext, FeedError } from '../types'
import { sec } from './info'

const tenMinutes = 600_000

/** The SEC's own refusals, pages that come with 403, 429 or 200. A client over the rate is shut out for ten minutes, longer if it goes on. */
function secSays(target: string, body: string): FeedError | null {
  if (/Request Rate Threshold Exceeded/i.test(body)) {
    const message = `${sec.name} limits our rate for ${target} (request rate threshold exceeded; it lasts ten minutes)`
    return new FeedError(sec.id, 'rate-limited', message, tenMinutes)
  }
  if (/Undeclared Automated Tool/i.test(body)) {
    const message = `${sec.name} refused ${target}: it wants a contact it can reach in the User-Agent; set CONTACT`
    return new FeedError(sec.id, 'refused', message)
  }
  return null
}

/** A CIK (`1045810`, `0001045810`, `CIK0001045810`) as its ten digits. Throws a FeedError `unknown-symbol` for anything else. */
export function tenDigitCik(key: string): string {
  const digits = /^(?:CIK)?0*(\d{1,10})$/i.exec(key.trim())?.[1]
  if (digits !== undefined) return digits.padStart(10, '0')
  throw new FeedError(sec.id, 'unknown-symbol', `"${key}" is not a CIK of the SEC, a number such as 0001045810`)
}

/** What the SEC holds of a company: its XBRL facts, and its latest filings, null when it lists none. */
export interface RawCompany {
  readonly cik: string
  readonly facts: unknown
  readonly submissions: unknown | null
  readonly fetchedAt: Date
}

function ask(path: string, target: string, ctx: FeedContext): Promise<unknown> {
  return fetchJson(
    {
      feed: sec.id,
      name: sec.name,
      target,
      url: `https://data.sec.gov${path}`,
      expect: 'json',
      missing: 'unknown-symbol',
      recognise: (_status, body) => (body.length < 65_536 ? secSays(target, body) : null),
    },
    ctx,
  )
}

/**
 * Company facts (some 4 MB for a large company), then submissions, one after the other. A company without submissions (404) has none;
 * any other failure of either is thrown, because moments of announcement that change with the weather would be worse than none today.
 */
export async function fetchCompany(key: string, ctx: FeedContext): Promise<RawCompany> {
  const cik = tenDigitCik(key)
  const facts = await ask(`/api/xbrl/companyfacts/CIK${cik}.json`, `company facts of CIK ${cik}`, ctx)
  const submissions = await ask(`/submissions/CIK${cik}.json`, `filings of CIK ${cik}`, ctx).catch((error: unknown) => {
    if (error instanceof FeedError && error.errorClass === 'unknown-symbol') return null
    throw error
  })
  return { cik, facts, submissions, fetchedAt: ctx.now() }
}
