'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Form } from '@/app/_ui/form/Form'
import { Submit } from '@/app/_ui/form/Submit'
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

/** The particulars of a listing that is there; only what was changed is sent. */
export function ListingForm({ listing, version, choices, mics }: ListingFormProps) {
  const texts = useTexts(adminListingsTexts)
  const router = useRouter()
  const { busy, problem, send } = useSend()
  const [said, setSaid] = useState<'saved' | 'unchanged' | null>(null)
  const save = async (fields: FormData) => {
    setSaid(null)
    const changed = changedListing(listing, sentListing(fields))
    if (Object.keys(changed).length === 0) {
      setSaid('unchanged')
      return
    }
    const path = `/api/v1/listings/${encodeURIComponent(listing.symbol)}`
    const sent = await send('PATCH', path, { ...changed, version })
    if (sent.data) setSaid('saved')
    // Of a conflict too the page comes to show what is there now.
    if (sent.data || sent.problem?.kind === 'conflict') router.refresh()
  }
  return (
    <Form label={texts.particulars} problem={problem} onSend={save}>
      {/* What is stored anew is shown anew. */}
      <ListingFields key={version} {...{ listing, choices, mics }} />
      <div className="flex flex-wrap items-center gap-3">
        <Submit busy={busy}>{texts.save}</Submit>
        <span role="status" className="text-soft">
          {said && texts[said]}
        </span>
      </div>
    </Form>
  )
}
