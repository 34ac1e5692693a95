import { Change } from '@/app/_ui/Change'
import { formatPrice } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { ViewActions } from '@/app/_ui/frame/ViewActions'
import { useTexts } from '@/app/_ui/i18n/texts'
import { galleryTexts } from '@/app/_ui/messages/gallery'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'

const rows = [
  { session: '2025-08-22', close: 1243.2, change: 0.2 },
  { session: '2025-08-21', close: 1036, change: -0.0231 },
  { session: '2025-08-20', close: 1060.5, change: 0 },
]

/** A panel with all of its parts, and a table of figures in it. */
export function PanelSample() {
  const { panel: texts } = useTexts(galleryTexts)
  const { day } = useFormat()
  return (
    <Panel title={texts.title} note={texts.note} foot={texts.foot} aside={<ViewActions path="/" query={{}} embed />}>
      <Wide label={texts.title}>
        <table className="figures">
          <TableHead
            columns={[
              { name: texts.session },
              { name: texts.close },
              { name: texts.change },
              { name: texts.feed, words: true },
            ]}
          />
          <tbody>
            {rows.map(({ session, close, change }) => (
              <tr key={session}>
                <td>{day(session)}</td>
                <td>{formatPrice(close)}</td>
                <td>
                  <Change fraction={change} />
                </td>
                <td className="text">{texts.sample}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}
