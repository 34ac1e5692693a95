import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BareFile } from './bareServer'

const library = 'node_modules/lightweight-charts/dist/lightweight-charts.standalone.production.js'

/** The columns of a listing's bars, as the API gives them. */
export interface BarColumns {
  readonly session: readonly string[]
  readonly open: readonly number[]
  readonly high: readonly number[]
  readonly low: readonly number[]
  readonly close: readonly number[]
  readonly volume: readonly (number | null)[]
}

/** A page with nothing but the library, data and a script that draws them as soon as it can. */
function barePage(data: unknown, draw: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Bare</title><main><div id="chart" style="width:1376px;height:380px"></div></main>
<script src="/library.js"></script>
<script>
const data = ${JSON.stringify(data)}
const chart = LightweightCharts.createChart(document.getElementById('chart'), {
  autoSize: true,
  timeScale: { minBarSpacing: 0.001, enableConflation: true },
  handleScroll: { mouseWheel: false },
  handleScale: { mouseWheel: false },
})
const quiet = { priceLineVisible: false, lastValueVisible: false }
${draw}
chart.timeScale().fitContent()
</script>`
}

const candles = `
const volume = chart.addSeries(LightweightCharts.HistogramSeries, { ...quiet, priceScaleId: 'volume' })
volume.setData(data.session.map((time, i) => ({ time, value: data.volume[i] ?? 0 })))
chart.priceScale('volume').applyOptions({ scaleMargins: { top: 0.8, bottom: 0 } })
const series = chart.addSeries(LightweightCharts.CandlestickSeries, quiet)
series.setData(data.session.map((time, i) => ({ time, open: data.open[i], high: data.high[i], low: data.low[i], close: data.close[i] })))`

const lines = `
for (const { session, close } of data)
  chart.addSeries(LightweightCharts.LineSeries, quiet).setData(session.map((time, i) => ({ time, value: (100 * close[i]) / close[0] })))`

function bareFiles(file: string, page: string): Readonly<Record<string, BareFile>> {
  writeFileSync(file, page)
  return {
    '/': { file, headers: { 'Content-Type': 'text/html; charset=utf-8' } },
    '/library.js': { file: library, headers: { 'Content-Type': 'text/javascript' } },
  }
}

/** The files, written into `folder`, of a page with candles of the bars and their volume. */
export function candlesFiles(folder: string, bars: BarColumns): Readonly<Record<string, BareFile>> {
  return bareFiles(join(folder, `bare-${bars.session.length}.html`), barePage(bars, candles))
}

/** The files, written into `folder`, of a page with a line a listing, each from 100 on. */
export function linesFiles(folder: string, all: readonly BarColumns[]): Readonly<Record<string, BareFile>> {
  const data = all.map(({ session, close }) => ({ session, close }))
  return bareFiles(join(folder, 'bare-lines.html'), barePage(data, lines))
}

/** The bars of a listing, all or from a session on, as the board's API gives them. */
export async function barsOf(port: number, symbol: string, from?: string): Promise<BarColumns> {
  const path = `/api/v1/listings/${encodeURIComponent(symbol)}/bars${from === undefined ? '' : `?from=${from}`}`
  const answer = await fetch(`http://127.0.0.1:${port}${path}`)
  if (!answer.ok) throw new Error(`the bars of ${symbol}: ${answer.status}`)
  return (await answer.json()) as BarColumns
}
