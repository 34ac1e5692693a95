import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { KeptParameters } from '@/app/_ui/KeptParameters'
import { studyTexts } from '@/app/_ui/messages/study'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, type Query } from '@/app/_ui/url'
import { models } from '@/lib/analytics/eventStudy/model'
import { returnKinds } from '@/lib/analytics/returns'
import type { StudyView } from '@/lib/api/study/schema'
import { defaultSettings } from '@/lib/studies/event/settings'

const windows = ['pre', 'post', 'gap', 'estimation'] as const

/** The listing the page looks at: a link for each of the event's. */
export function ListingSwitch({ path, query, view }: { path: string; query: Query; view: StudyView }) {
  const [texts, say] = [useTexts(studyTexts).controls, useStored()]
  const [first] = view.listings
  return (
    <Segmented
      label={texts.listing}
      choices={view.listings.map(({ symbol, name, nameZh }) => ({
        href: hrefWith(path, query, { listing: symbol === first?.symbol ? null : symbol }),
        text: say(name, nameZh),
        title: symbol,
        active: symbol === view.listing.symbol,
      }))}
    />
  )
}

/** Windows in sessions: a form that needs no script and keeps the rest of the view. */
function WindowForm({ path, query, view }: { path: string; query: Query; view: StudyView }) {
  const texts = useTexts(studyTexts).controls
  const { settings } = view
  const kept = Object.fromEntries(Object.entries(query).filter(([name]) => !windows.some((one) => one === name)))
  return (
    <form
      action={path}
      className="no-print flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-soft"
      key={windows.map((name) => settings[name]).join(' ')}
    >
      <KeptParameters query={kept} except="" />
      {windows.map((name) => (
        <label key={name} className="flex items-center gap-1">
          {texts.fields[name]}
          <input
            type="text"
            inputMode="numeric"
            name={name}
            defaultValue={settings[name]}
            className="h-[26px] w-11 rounded-md border border-line bg-panel px-1.5 text-right text-ink"
          />
        </label>
      ))}
      <span className="text-faint">{texts.sessions}</span>
      <button
        type="submit"
        className="h-[26px] cursor-pointer rounded-md border border-line px-2 text-soft hover:bg-well hover:text-ink"
      >
        {texts.apply}
      </button>
    </form>
  )
}

/** How the chart and its table are made. None of it changes the headline. */
export function StudyControls({ path, query, view }: { path: string; query: Query; view: StudyView }) {
  const texts = useTexts(studyTexts).controls
  const { settings } = view
  return (
    <div className="space-y-2 border-line border-t px-4 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label={texts.model}
          choices={models.map((model) => ({
            href: hrefWith(path, query, { model: model === defaultSettings.model ? null : model }),
            text: texts.models[model],
            active: model === settings.model,
          }))}
        />
        <Segmented
          label={texts.returns}
          choices={[...returnKinds].reverse().map((kind) => ({
            href: hrefWith(path, query, { returns: kind === defaultSettings.returns ? null : kind }),
            text: texts.returnKinds[kind],
            active: kind === settings.returns,
          }))}
        />
        <WindowForm {...{ path, query, view }} />
      </div>
      <p className="text-faint text-small">{texts.note}</p>
    </div>
  )
}
