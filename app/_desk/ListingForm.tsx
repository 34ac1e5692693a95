'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Form } from '@/app/_ui/form/Form'
import { Submit } from '@/app/_ui/form/Submit'
import type { SentProblem } from '@/app/_ui/form/send'
import { useSend } from '@/app/_ui/form/useSend'
import { useTexts } from '@/app/_ui/i18n/texts'
import { adminListingsTexts } from '@/app/_ui/messages/adminListings'
import { ListingFields } from './ListingFields'
import { changedListing, type ListingChoices, type ListingParts, sentListing } from './listingParts'

interface ListingFormProps {
  readonly listing: ListingParts
  readonly version: number
  readonly choices: ListingChoices
  readonly mics: readonly string[]
}

/** What stands there now in the fields that somebody else has changed as well. */
function Theirs({ difference }: { difference: NonNullable<SentProblem['difference']> }) {
  const { fields, theirs } = useTexts(adminListingsTexts)
  const labels = fields as unknown as Readonly<Record<string, string>>
  return (
    <div className="rounded-md bg-well px-3 py-2 text-soft">
      <p>{theirs}</p>
      <ul className="list-disc pl-4">
        {difference.map(({ field, stored }) => (
          <li key={field} className="wrap-anywhere">
            {labels[field] ?? field}: {typeof stored === 'string' ? stored : JSON.stringify(stored)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/**
 * The particulars of a listing that is there. Only what its writer has changed is sent: what others have changed meanwhile stays, and where both changed a field it is
 * said what stands there now before it is sent again.
 */
export function ListingForm({ listing, version, choices, mics }: ListingFormProps) {
  const texts = useTexts(adminListingsTexts)
  const router = useRouter()
  const { busy, problem, send } = useSend()
  const [said, setSaid] = useState<'saved' | 'unchanged' | null>(null)
  // What its writer has seen, with its version: a page that was made anew meanwhile has a later one, and would have what others changed overwritten unseen.
  const [seen, setSeen] = useState({ listing, version })
  const save = async (fields: FormData) => {
    setSaid(null)
    const changed = changedListing(seen.listing, sentListing(fields))
    if (Object.keys(changed).length === 0) {
      setSaid('unchanged')
      return
    }
    const path = `/api/v1/listings/${encodeURIComponent(listing.symbol)}`
    const sent = await send<{ version: number }>('PATCH', path, { ...changed, version: seen.version })
    if (sent.data) {
      setSaid('saved')
      setSeen({ listing: { ...seen.listing, ...changed }, version: sent.data.version })
    }
    const stored = sent.problem?.version
    if (stored !== undefined) setSeen({ ...seen, version: stored })
    // Of a conflict too the page comes to show what is there now.
    if (sent.data || sent.problem?.kind === 'conflict') router.refresh()
  }
  return (
    <Form label={texts.particulars} problem={problem} onSend={save}>
      {problem?.difference && <Theirs difference={problem.difference} />}
      <ListingFields listing={seen.listing} {...{ choices, mics }} />
      <div className="flex flex-wrap items-center gap-3">
        <Submit busy={busy}>{texts.save}</Submit>
        <span role="status" className="text-soft">
          {said && texts[said]}
        </span>
      </div>
    </Form>
  )
}
