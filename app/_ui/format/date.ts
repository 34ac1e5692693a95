import { dateTexts } from './dateText'

// English only: for what has not been moved to `useFormat` yet.
export const {
  day: formatDay,
  moment: formatMoment,
  span: formatSpan,
  window: formatWindow,
  quarter: formatQuarter,
} = dateTexts.en
