import { type Shape, texts } from '../i18n/texts'

const en = {
  title: 'Across events',
  lead: (looks: number) =>
    `The headline of every event and listing: abnormal return over day 0 and the session after, market model, log returns, declared in advance. ${looks} could be tested, so one in twenty of them would look like a move by chance.`,
  kinds: { label: 'Which days', event: 'Events', results: 'Results days', all: 'Both' },
  sorts: { label: 'Order', date: 'By day 0', size: 'By size' },
  wrong: (name: string, value: string, words: string) =>
    `“${name}=${value}” could not be used: expected one of ${words}. The default stands in its place.`,
  groups: {
    title: 'Tests across events',
    note: 'By listing and by tag, from five tested rows on',
    head: {
      group: 'Group',
      rows: 'Rows',
      mean: 'Mean CAR',
      test: 'Test',
      statistic: 't',
      p: 'p',
      sign: 'Above zero',
      exact: 'p, sign test',
      moved: 'Moved (95% interval)',
    },
    all: 'All rows',
    tests: { bmp: 'BMP', 'kolari-pynnonen': 'Kolari–Pynnönen' },
    foot: 'BMP: the standardised cross-sectional test of Boehmer, Musumeci and Poulsen. Where rows share time it is corrected for their mean correlation after Kolari and Pynnönen. A mean over listings on both sides of the argument can hide moves that oppose each other: read the listings first.',
    few: (groups: string) => `Groups with fewer than five tested rows: ${groups}.`,
    size: (name: string, n: number) => `${name} (${n})`,
    none: 'No group has five tested rows.',
  },
  rows: {
    title: 'Event by event',
    note: 'Each verdict as on the event’s own page',
    head: {
      day0: 'Day 0',
      event: 'Event',
      listing: 'Listing',
      verdict: 'Verdict',
      car: 'CAR [0, +1]',
      least: 'Detectable',
      p: 'p',
      pHolm: 'p, Holm over all',
      pRate: 'p, Benjamini–Hochberg',
    },
    shared: (title: string) => `shares its window with “${title}” and is not counted across events`,
    none: 'No event matches.',
  },
  rule: 'Market model, log returns, CAR over [0, +1], declared in advance. A row whose window an earlier event of the same listing shares is shown and not counted.',
  events: 'Events by date, topic and verdict',
}

const zh: Shape<typeof en> = {
  title: '各事件对照',
  lead: (looks) =>
    `每个事件、每只证券的主检验：第 0 日与次日的累计异常收益，市场模型，对数收益，均为事先声明。其中 ${looks} 项可以检验，所以仅凭偶然，每二十项中就会有一项看似异动。`,
  kinds: { label: '哪些日子', event: '事件', results: '业绩日', all: '两者' },
  sorts: { label: '排序', date: '按第 0 日', size: '按幅度' },
  wrong: (name, value, words) => `“${name}=${value}” 无法使用：应为以下之一：${words}。现按默认值显示。`,
  groups: {
    title: '跨事件检验',
    note: '按证券与标签分组，至少五行可检验',
    head: {
      group: '组',
      rows: '行数',
      mean: '平均 CAR',
      test: '检验',
      statistic: 't 值',
      p: 'p 值',
      sign: '大于零',
      exact: 'p 值（符号检验）',
      moved: '出现异动（95% 区间）',
    },
    all: '全部',
    tests: { bmp: 'BMP', 'kolari-pynnonen': 'Kolari–Pynnönen' },
    foot: 'BMP：Boehmer、Musumeci 与 Poulsen 的标准化横截面检验。各行在时间上有重叠时，按 Kolari 与 Pynnönen 的方法以其平均相关系数校正。把争论双方的证券放在一起求平均，可能掩盖方向相反的变动：请先看按证券分组的结果。',
    few: (groups) => `可检验的行不足五行的组：${groups}。`,
    size: (name, n) => `${name}（${n}）`,
    none: '没有一组达到五行可检验。',
  },
  rows: {
    title: '逐个事件',
    note: '各项结论与事件页上的相同',
    head: {
      day0: '第 0 日',
      event: '事件',
      listing: '证券',
      verdict: '结论',
      car: 'CAR [0, +1]',
      least: '可检出',
      p: 'p 值',
      pHolm: 'p 值（全体 Holm）',
      pRate: 'p 值（Benjamini–Hochberg）',
    },
    shared: (title) => `与“${title}”的窗口重叠，不计入跨事件检验`,
    none: '没有符合条件的事件。',
  },
  rule: '市场模型，对数收益，[0, +1] 的 CAR，均为事先声明。若某行的窗口与同一证券较早的事件重叠，则照常列出但不计入检验。',
  events: '按日期、主题与结论查看事件',
}

/** Texts of the page that sets all events beside each other. */
export const acrossTexts = texts(en, zh)
