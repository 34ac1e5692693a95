import { z } from 'zod'
import { promisedWindow } from '@/lib/market/period'
import {
  externalIdInput,
  isOfOurTime,
  lineInput,
  ourTime,
  positionInput,
  proseInput,
  slugInput,
  statusInput,
  webAddressInput,
} from '../input'

function isWindow(text: string): boolean {
  try {
    promisedWindow(text)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const window = z
  .string()
  .refine(isWindow, {
    error: 'expected a year, quarter, month or day such as 2027, 2026-Q1, 2026-03 or 2026-03-15',
    abort: true,
  })
  .refine(isOfOurTime, ourTime)

/** The fields of a milestone as its commands take them. `topic` is a slug; `promised` and `shippedOn` are as exact as they are known. */
export const milestoneFields = {
  slug: slugInput,
  title: lineInput(200),
  titleZh: lineInput(200),
  topic: slugInput,
  promised: window.nullable(),
  shippedOn: window.nullable(),
  evidence: proseInput(5_000),
  evidenceZh: proseInput(5_000),
  evidenceUrl: webAddressInput.nullable(),
  sourceName: lineInput(200),
  sourceUrl: webAddressInput.nullable(),
  status: statusInput,
  position: positionInput,
  externalId: externalIdInput.nullable(),
}

/** A whole milestone. */
export const milestoneInput = z.strictObject(milestoneFields)

export type MilestoneFields = z.output<typeof milestoneInput>

/** What may be left out of a new milestone. */
export const milestoneDefaults = {
  promised: null,
  shippedOn: null,
  evidence: '',
  evidenceZh: '',
  evidenceUrl: null,
  sourceUrl: null,
  status: 'draft',
  position: 100,
  externalId: null,
} as const
