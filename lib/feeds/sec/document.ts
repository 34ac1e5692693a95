/** Page of the filing a fact stands in; it names the accession number. */
export function documentOf(cik: string, accn: string): string {
  return `https://www.sec.gov/Archives/edgar/data/${Number(cik)}/${accn.replaceAll('-', '')}/${accn}-index.htm`
}
