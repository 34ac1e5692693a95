import type { BarScale } from './barTable'
import type { RateScale } from './rateTable'

/** What one bundled table must hold once decoded. */
interface TableManifest {
  /** File beside the manifest. */
  readonly file: string
  readonly rows: number
  readonly first: string
  readonly last: string
  /** SHA-256 (hex) of the decoded content, see `checksum.ts`. */
  readonly sha256: string
  /** Where the figures come from and how they were checked. */
  readonly source: string
}

/** One listing's table of daily figures. */
export interface BarManifest extends TableManifest, BarScale {
  readonly symbol: string
  readonly currency: string
}

/** The table of currency rates; `rows` counts days. */
export interface RateManifest extends TableManifest, RateScale {}
