import { useTexts } from '../i18n/texts'
import { frameTexts } from '../messages/frame'
import { embedded, hrefWith, type Query, type ViewFormat, viewAs } from '../url'
import { CopyLink } from './CopyLink'
import { Icon } from './Icon'
import { Menu } from './Menu'

interface ViewActionsProps {
  readonly path: string
  readonly query: Query
  /** What this view can be taken away as. */
  readonly formats?: readonly ViewFormat[]
  /** Whether it has a page for embedding. */
  readonly embed?: boolean
}

/** The link of a view and its downloads: every frame carries them at the right of its title. */
export function ViewActions({ path, query, formats = ['csv', 'json', 'png'], embed = false }: ViewActionsProps) {
  const texts = useTexts(frameTexts)
  return (
    <div className="no-print flex items-center">
      <CopyLink href={hrefWith(path, query, {})} />
      <Menu label={texts.take} icon={<Icon name="take" />}>
        {formats.map((format) => (
          <a key={format} className="menu-item" href={viewAs(path, query, format)}>
            {texts[format]}
          </a>
        ))}
        {embed && (
          <a className="menu-item" href={embedded(path, query)}>
            {texts.embed}
          </a>
        )}
      </Menu>
    </div>
  )
}
