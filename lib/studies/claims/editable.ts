import type { BulkKind } from '@/lib/store/bulk/kind'
import { claimKindOf } from '@/lib/store/claim/editable'
import { type ClaimFields, claimInput } from '@/lib/store/claim/schema'
import { claimKinds, claimParameters } from './kinds'

/** A whole claim of a known kind, with parameters that its arithmetic takes; what is refused is named `parameters.said`. */
export const checkedClaim = claimInput.check(({ value, issues }) => {
  const kind = claimKinds.find((known) => known === value.kind)
  if (kind === undefined) {
    const message = `expected one of ${claimKinds.join(', ')}`
    issues.push({ code: 'custom', path: ['kind'], message, input: value })
    return
  }
  const parsed = claimParameters[kind].safeParse(value.parameters)
  for (const issue of parsed.error?.issues ?? []) {
    issues.push({ ...issue, path: ['parameters', ...issue.path], input: value } as (typeof issues)[number])
  }
})

/** Claims, as people keep them right: every writer of claims uses this kind, which knows what each arithmetic takes. */
export const claimKind: BulkKind<ClaimFields> = claimKindOf(checkedClaim)
