'use client'

import { Select, TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { adminListingsTexts } from '@/app/_ui/messages/adminListings'
import type { ListingChoices, ListingParts } from './listingParts'

interface ListingFieldsProps {
  readonly listing: ListingParts
  readonly choices: ListingChoices
  /** A new one: its exchange, kind and currency can still be chosen. */
  readonly isNew?: boolean
  readonly mics: readonly string[]
}

function Benchmark({
  name,
  listing,
  choices,
}: Pick<ListingFieldsProps, 'listing' | 'choices'> & { name: 'benchmark' | 'secondBenchmark' }) {
  const [{ fields }, say] = [useTexts(adminListingsTexts), useStored()]
  const others = choices.listings.filter(({ symbol }) => symbol !== listing.symbol)
  return (
    <Field name={name} label={fields[name]}>
      <Select
        defaultValue={listing[name] ?? ''}
        options={[
          { value: '', text: fields.none },
          ...others.map(({ symbol, name: en, nameZh }) => ({ value: symbol, text: `${symbol} ${say(en, nameZh)}` })),
        ]}
      />
    </Field>
  )
}

/** The topics a listing stands for, each to be ticked. */
function Topics({ listing, choices }: Pick<ListingFieldsProps, 'listing' | 'choices'>) {
  const [{ fields }, say] = [useTexts(adminListingsTexts), useStored()]
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-soft">{fields.topics}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {choices.topics.map(({ slug, name, nameZh }) => (
          <label key={slug} className="flex items-center gap-1.5">
            <input
              type="checkbox"
              name="topics"
              value={slug}
              defaultChecked={listing.topics.includes(slug)}
              className="size-4 accent-link"
            />
            {say(name, nameZh)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What each feed calls it; a feed without a symbol is not asked. */
function FeedSymbols({ listing, choices }: Pick<ListingFieldsProps, 'listing' | 'choices'>) {
  const [{ fields }, say] = [useTexts(adminListingsTexts), useStored()]
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-soft">{fields.feedSymbols}</legend>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {choices.feeds.map(({ id, name, nameZh }) => (
          <Field key={id} name={`feedSymbols.${id}`} label={say(name, nameZh)} optional>
            <TextInput defaultValue={listing.feedSymbols[id]} autoComplete="off" spellCheck={false} />
          </Field>
        ))}
      </div>
      <p className="mt-1 text-faint text-small">{fields.feedHint}</p>
    </fieldset>
  )
}

/** The fields of a listing, with what it has now. */
export function ListingFields({ listing, choices, isNew = false, mics }: ListingFieldsProps) {
  const { fields, statuses } = useTexts(adminListingsTexts)
  return (
    <div className="space-y-4">
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <Field name="name" label={fields.name}>
          <TextInput defaultValue={listing.name} />
        </Field>
        <Field name="nameZh" label={fields.nameZh}>
          <TextInput defaultValue={listing.nameZh} />
        </Field>
        {isNew ? (
          <>
            <Field name="mic" label={fields.mic}>
              <Select defaultValue={listing.mic} options={mics.map((mic) => ({ value: mic, text: mic }))} />
            </Field>
            <Field name="kind" label={fields.kind}>
              <Select
                defaultValue={listing.kind}
                options={(['equity', 'adr', 'index'] as const).map((kind) => ({
                  value: kind,
                  text: fields.kinds[kind],
                }))}
              />
            </Field>
            <Field name="currency" label={fields.currency}>
              <TextInput defaultValue={listing.currency} autoCapitalize="characters" />
            </Field>
          </>
        ) : (
          <>
            <Field name="status" label={fields.status}>
              <Select
                defaultValue={listing.status}
                options={(['listed', 'suspended', 'delisted'] as const).map((value) => ({
                  value,
                  text: statuses[value],
                }))}
              />
            </Field>
            <Field name="delistedOn" label={fields.delistedOn} hint={fields.delistedHint} optional>
              <TextInput type="date" defaultValue={listing.delistedOn ?? ''} />
            </Field>
          </>
        )}
        <Field name="listedOn" label={fields.listedOn} optional>
          <TextInput type="date" defaultValue={listing.listedOn ?? ''} />
        </Field>
        <Field name="trackedFrom" label={fields.trackedFrom} hint={fields.trackedHint}>
          <TextInput type="date" defaultValue={listing.trackedFrom} />
        </Field>
        <Benchmark name="benchmark" {...{ listing, choices }} />
        <Benchmark name="secondBenchmark" {...{ listing, choices }} />
        <Field name="position" label={fields.position} hint={fields.positionHint}>
          <TextInput inputMode="numeric" defaultValue={String(listing.position)} />
        </Field>
      </div>
      <Topics {...{ listing, choices }} />
      <FeedSymbols {...{ listing, choices }} />
    </div>
  )
}
