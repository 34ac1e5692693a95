import type { Answer, StandinCompany, StandinShareCount } from './types'

const missing: Answer = {
  status: 404,
  type: 'application/xml',
  body: '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>',
}

function factsOf(company: StandinCompany): unknown {
  const tags = Object.entries(company.facts).map(([tag, facts]) => [
    tag,
    // Year and period of the filing, as the SEC writes them on every fact of it: they say nothing of the fact.
    { label: tag, description: '', units: { USD: facts.map((fact) => ({ ...fact, fy: 1999, fp: 'Q9' })) } },
  ])
  const dei = company.shareCounts && { dei: { EntityCommonStockSharesOutstanding: countsOf(company.shareCounts) } }
  return { cik: company.cik, entityName: company.name, facts: { ...dei, 'us-gaap': Object.fromEntries(tags) } }
}

/** The counts by unit; they have a day, no period. */
function countsOf(counts: readonly StandinShareCount[]): unknown {
  const units: Record<string, unknown[]> = {}
  for (const { unit = 'shares', ...fact } of counts) {
    units[unit] = [...(units[unit] ?? []), { ...fact, fy: 1999, fp: 'Q9' }]
  }
  return { label: 'Entity Common Stock, Shares Outstanding', description: '', units }
}

function submissionsOf(company: StandinCompany): unknown {
  const filings = company.filings ?? []
  return {
    cik: String(company.cik).padStart(10, '0'),
    name: company.name,
    filings: {
      recent: {
        accessionNumber: filings.map((filing) => filing.accessionNumber),
        filingDate: filings.map((filing) => filing.filingDate),
        acceptanceDateTime: filings.map((filing) => filing.acceptanceDateTime),
        form: filings.map((filing) => filing.form),
        items: filings.map((filing) => filing.items),
      },
      files: [],
    },
  }
}

/** Answers `/api/xbrl/companyfacts/CIK….json` and `/submissions/CIK….json`; without a contact in the User-Agent it refuses as the SEC does. */
export function sec(url: URL, userAgent: string, companies: readonly StandinCompany[]): Answer {
  if (!/@|https?:/.test(userAgent)) {
    const body =
      '<html><head><title>SEC.gov</title></head><body>Your Request Originates from an Undeclared Automated Tool'
    return { status: 403, type: 'text/html', body }
  }
  const cik = Number(/CIK(\d{10})\.json$/.exec(url.pathname)?.[1])
  const company = companies.find((known) => known.cik === cik)
  const submissions = url.pathname.startsWith('/submissions/')
  if (company === undefined || (submissions && company.filings === undefined)) return missing
  const body = JSON.stringify(submissions ? submissionsOf(company) : factsOf(company))
  return { status: 200, type: 'application/json', body }
}
