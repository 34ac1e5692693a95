import { terminalTable } from '@/jobs/terminalTable'
import type { Circumstances } from './circumstances'
import type { SectionReport } from './run'
import { type Figure, isKept, type Limit, ratioOf } from './section'

/** Three digits that count, thousands apart by commas. */
function number(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)))
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

function bound({ of, least, most }: Limit): string {
  const parts = [least === undefined ? [] : [`≥ ${least}`], most === undefined ? [] : [`≤ ${most}`]].flat()
  return `${of === 'ratio' ? '× ' : ''}${parts.join(', ')}`
}

const verdicts = new Map([
  [true, 'kept'],
  [false, 'EXCEEDED'],
])
const verdict = (figure: Figure) => verdicts.get(isKept(figure) as boolean) ?? ''

function lines(section: string, figure: Figure): string[][] {
  const { name, size, unit, ours, floor, rounds, limit, spread, peers = [] } = figure
  const ratio = ratioOf(figure)
  const own = [section, name, size, unit, number(ours), floor === null ? '' : number(floor)]
  const compared = [ratio === null ? '' : ratio.toFixed(2), spread?.map((each) => each.toFixed(2)).join('-') ?? '']
  const peerLine = (peer: { name: string; value: number }) => {
    const beside = floor === null ? '' : (peer.value / floor).toFixed(2)
    return [section, `${name}: ${peer.name}`, size, unit, number(peer.value), '', beside]
  }
  return [
    [...own, ...compared, String(rounds), limit === null ? '' : bound(limit), verdict(figure)],
    ...peers.map(peerLine),
  ]
}

/**
 * The report for people: circumstances, then one line a figure, its ratio against the floor of the same run beside the limit; then which sections failed, and why.
 */
export function benchTable(reports: readonly SectionReport[], { at, mode, machine, versions }: Circumstances): string {
  const { cpu, cores, memoryGb, os, load } = machine
  const head = ['section', 'figure', 'size', 'unit', 'ours', 'floor', '× floor', 'min-max', 'rounds', 'limit', '']
  const rows = reports.flatMap(({ name, figures }) => figures.flatMap((figure) => lines(name, figure)))
  const failures = reports.flatMap(({ name, failure }) => (failure === null ? [] : [`FAILED ${name}: ${failure}`]))
  const parts = [
    `${at}, ${mode}; ${cores} × ${cpu}, ${memoryGb} GB, ${os}; load at the start ${load.join(' ')}`,
    Object.entries(versions)
      .map(([what, version]) => `${what} ${version}`)
      .join(', '),
    rows.length === 0 ? '' : `\n${terminalTable([head, ...rows])}`,
    failures.length === 0 ? '' : `\n${failures.join('\n')}`,
  ]
  return parts.filter((part) => part !== '').join('\n')
}

/**
 * The report for programs, of this form (a figure that is no number is null):
 *
 *     {at, mode: "short"|"full", machine: {cpu, cores, memoryGb, os, load: [1, 5, 15 minutes]}, versions: {node, postgres, …, commit},
 *      sections: [{name, seconds, failure: string|null, figures: [{name, size, unit, ours, floor: number|null, ratio: number|null, rounds,
 *        limit: {of: "ratio"|"ours", least?, most?}|null, kept: boolean|null, spread?: [least, most], peers?: [{name, value}]}]}]}
 */
export function benchJson(reports: readonly SectionReport[], where: Circumstances): string {
  const sections = reports.map(({ figures, ...rest }) => ({
    ...rest,
    figures: figures.map((figure) => ({ ...figure, ratio: ratioOf(figure), kept: isKept(figure) })),
  }))
  return JSON.stringify({ ...where, sections }, null, 2)
}
