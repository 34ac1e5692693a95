import { Icon } from '@/app/_ui/frame/Icon'
import { Menu } from '@/app/_ui/frame/Menu'
import { ViewActions } from '@/app/_ui/frame/ViewActions'
import { useTexts } from '@/app/_ui/i18n/texts'
import { galleryTexts } from '@/app/_ui/messages/gallery'
import { Panel } from '@/app/_ui/Panel'
import { LookBack } from '@/app/_ui/PointInTime'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, type Query, queryValue } from '@/app/_ui/url'

/** Everything a reader can press, and the actions of a view. */
export function ControlsPanel({ query }: { query: Query }) {
  const { controls: texts } = useTexts(galleryTexts)
  const scale = queryValue(query, 'scale') === 'log' ? 1 : 0
  return (
    <Panel title={texts.title} aside={<ViewActions path="/" query={{}} />}>
      <div className="flex flex-wrap items-center gap-3 px-4 pb-4">
        <Segmented
          label={texts.segmented}
          choices={Object.values(texts.choices).map((text, index) => ({
            text,
            href: hrefWith('/gallery', query, { scale: index === 1 ? 'log' : null }),
            active: index === scale,
          }))}
        />
        <LookBack path="/gallery" query={query} />
        <Menu label={texts.menu} icon={<Icon name="menu" />}>
          <a className="menu-item" href="/gallery">
            {texts.item}
          </a>
          <a className="menu-item" href="/gallery" aria-current="true">
            {texts.item}
          </a>
        </Menu>
        <a className="link" href="/gallery">
          {texts.link}
        </a>
        <button type="button" className="button px-3 py-1">
          {texts.button}
        </button>
        <input className="field w-32 px-2 py-1" aria-label={texts.field} placeholder={texts.field} />
        <span>
          {texts.key} <kbd>/</kbd>
        </span>
      </div>
    </Panel>
  )
}
