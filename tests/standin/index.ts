export { type Standin, type StandinRequest, startStandin } from './server'
export type {
  Fault,
  FaultRule,
  StandinAction,
  StandinBar,
  StandinCompany,
  StandinData,
  StandinFact,
  StandinFiling,
  StandinListing,
  StandinRates,
  StandinReport,
} from './types'
