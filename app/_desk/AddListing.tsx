'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { Form } from '@/app/_ui/form/Form'
import { Submit } from '@/app/_ui/form/Submit'
import { sendJson } from '@/app/_ui/form/send'
import { useSend } from '@/app/_ui/form/useSend'
import { formatPrice } from '@/app/_ui/format/number'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { adminListingsTexts } from '@/app/_ui/messages/adminListings'
import { TableHead } from '@/app/_ui/TableHead'
import { listingHref } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import type { ListingView } from '@/lib/api/listings/schema'
import type { RequestsView, RequestView } from '@/lib/api/requests/schema'
import type { FeedSays, LookedUp } from '@/lib/ingest/request/lookUp'
import { ListingFields } from './ListingFields'
import { type ListingChoices, sentListing } from './listingParts'
import { useWork } from './useWork'
import { WorkLine } from './WorkLine'

/** What each feed said of a symbol. */
function Says({ says, choices }: { says: readonly FeedSays[]; choices: ListingChoices }) {
  const [{ add }, say] = [useTexts(adminListingsTexts), useStored()]
  const { sayHead } = add
  const nameOf = (id: string) => {
    const feed = choices.feeds.find((one) => one.id === id)
    return feed ? say(feed.name, feed.nameZh) : id
  }
  return (
    <Wide label={add.says}>
      <table className="figures tight">
        <TableHead
          columns={[
            { name: sayHead.feed },
            { name: sayHead.symbol, words: true },
            { name: sayHead.name, words: true },
            { name: sayHead.currency, words: true },
            { name: sayHead.last },
            { name: sayHead.error, words: true },
          ]}
        />
        <tbody>
          {says.map((one) => (
            <tr key={one.feed}>
              <td>{nameOf(one.feed)}</td>
              <td className="text">{one.feedSymbol}</td>
              <td className="text">{one.name}</td>
              <td className="text">{one.currency}</td>
              <td>{one.lastClose === null ? '' : formatPrice(Number(one.lastClose))}</td>
              <td className="text wrap-anywhere min-w-48 whitespace-normal! text-soft">{one.error}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

/** A listing that was added, and its prices on their way. */
function Added({ symbol, backfill }: { symbol: string; backfill: RequestView | null }) {
  const { add } = useTexts(adminListingsTexts)
  const { work } = useWork(backfill)
  return (
    <div className="space-y-2 rounded-md bg-well px-3 py-2">
      <p role="status">
        {add.added(symbol)}{' '}
        <Link href={listingHref(symbol)} className="link" prefetch={false}>
          {add.toPage}
        </Link>
      </p>
      {work && <WorkLine work={work} />}
    </div>
  )
}

/** Adds a listing by its symbol: the feeds are asked what it is, and the form begins with what they say. */
export function AddListing({ choices, mics }: { choices: ListingChoices; mics: readonly string[] }) {
  const texts = useTexts(adminListingsTexts)
  const router = useRouter()
  const looking = useWork()
  const adding = useSend()
  const [added, setAdded] = useState<{ symbol: string; backfill: RequestView | null } | null>(null)
  const found = looking.work?.result as LookedUp | null | undefined
  const again = () => {
    looking.forget()
    adding.setProblem(null)
  }
  const add = async (fields: FormData) => {
    const symbol = found?.symbol ?? ''
    const { data } = await adding.send<ListingView>('POST', '/api/v1/listings', { symbol, ...sentListing(fields) })
    if (data === null) return
    const path = `/api/v1/requests?kind=backfill&listing=${encodeURIComponent(symbol)}&limit=1`
    const requests = await sendJson<RequestsView>('GET', path)
    setAdded({ symbol, backfill: requests.data?.items[0] ?? null })
    again()
    router.refresh()
  }
  return (
    <div className="space-y-4">
      {added && <Added key={added.symbol} {...added} />}
      <Form
        label={texts.add.title}
        problem={looking.problem}
        onSend={(fields) => {
          setAdded(null)
          void looking.ask({
            kind: 'look-up',
            symbol: String(fields.get('symbol') ?? '')
              .trim()
              .toUpperCase(),
          })
        }}
      >
        <div className="flex flex-wrap items-start gap-3">
          <Field name="symbol" label={texts.add.symbol} hint={texts.add.symbolHint} className="w-full max-w-80">
            <TextInput autoComplete="off" spellCheck={false} autoCapitalize="characters" />
          </Field>
          <div className="sm:pt-6">
            <Submit busy={looking.busy}>{texts.add.lookUp}</Submit>
          </div>
        </div>
      </Form>
      {looking.work && <WorkLine work={looking.work} />}
      {found && <Says says={found.says} choices={choices} />}
      {found?.refused && <p className="wrap-anywhere text-warn">{texts.add.refused(found.refused)}</p>}
      {found?.listing && (
        <Form label={texts.add.button} problem={adding.problem} onSend={add}>
          <ListingFields
            key={found.symbol}
            isNew
            {...{ choices, mics }}
            listing={{
              ...{
                status: 'listed',
                delistedOn: null,
                benchmark: null,
                secondBenchmark: null,
                position: 1000,
                topics: [],
              },
              ...found.listing,
            }}
          />
          <div className="flex flex-wrap gap-2">
            <Submit busy={adding.busy}>{texts.add.button}</Submit>
            <button type="button" className="button px-3 py-1.5" onClick={again}>
              {texts.add.again}
            </button>
          </div>
        </Form>
      )}
    </div>
  )
}
