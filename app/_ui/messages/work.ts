import { type Shape, texts } from '../i18n/texts'

const en = {
  states: { waiting: 'waiting for a worker', running: 'under way', done: 'done', failed: 'failed' },
  kinds: {
    refresh: 'Refresh',
    backfill: 'Backfill',
    'test-feed': 'Test of a feed',
    'look-up': 'Look-up',
  },
  slow: 'No worker has taken it yet. It waits until one runs (npm run worker, or npm start).',
  progress: (percent: number) => `${percent}%`,
  counts: (added: number, changed: number, unchanged: number, held: number) =>
    `${added} new, ${changed} changed, ${unchanged} unchanged, ${held} held back`,
  nothing: 'Nothing to do.',
  tested: (rows: number, target: string, ms: number) => `${rows} rows of ${target} in ${ms} ms`,
  newest: (last: string, value: string) => `the newest of ${last}: ${value}`,
  title: 'Asked of the workers',
  note: 'The newest first; what waits or is under way is looked at every second',
  none: 'Nothing was asked of the workers yet.',
  head: { what: 'What', asked: 'Asked', by: 'By', state: 'State', message: 'What came of it' },
  from: (day: string) => `from ${day}`,
}

const zh: Shape<typeof en> = {
  states: { waiting: '等待工作进程', running: '进行中', done: '完成', failed: '失败' },
  kinds: { refresh: '刷新', backfill: '补齐历史', 'test-feed': '测试数据源', 'look-up': '查询代码' },
  slow: '尚无工作进程领取。它会一直等待，直到有进程运行（npm run worker 或 npm start）。',
  progress: (percent) => `${percent}%`,
  counts: (added, changed, unchanged, held) => `新增 ${added}，更改 ${changed}，未变 ${unchanged}，暂缓 ${held}`,
  nothing: '无事可做。',
  tested: (rows, target, ms) => `${target}：${rows} 行，${ms} 毫秒`,
  newest: (last, value) => `最新为 ${last}：${value}`,
  title: '交给工作进程的请求',
  note: '最新的在前；等待或进行中的请求每秒查看一次',
  none: '尚未向工作进程提出请求。',
  head: { what: '内容', asked: '提出', by: '提出者', state: '状态', message: '结果' },
  from: (day) => `自 ${day} 起`,
}

/** Texts of what is asked of a worker. */
export const workTexts = texts(en, zh)
