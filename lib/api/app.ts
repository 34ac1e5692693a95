import { OpenAPIHono } from '@hono/zod-openapi'
import { usualLimits } from '@/lib/access/limits'
import { openAccess } from '@/lib/access/open'
import { newSecret } from '@/lib/store/account/secret'
import { addAccess } from './access/middleware'
import { addPasskeys } from './account/passkeys'
import { addAccount } from './account/route'
import { addAccounts } from './accounts/route'
import { addAcross } from './across/route'
import { addActions } from './actions/route'
import { addAlerts } from './alerts/route'
import { addAudit } from './audit/route'
import { addBars } from './bars/route'
import { addBulk } from './bulk/route'
import { addClaims } from './claims/route'
import { addCompare } from './compare/route'
import type { AddRoutes, ApiDeps, FullDeps } from './deps'
import { addEvents } from './events/route'
import { addFeeds } from './feeds/route'
import { addFilings } from './filings/route'
import { addHealth } from './health/route'
import { addIndicators } from './indicators/route'
import { addKeys } from './keys/route'
import { addLinks } from './links/route'
import { addListings } from './listings/route'
import { addLive } from './live/route'
import { addMiddleware } from './middleware'
import { addMilestones } from './milestones/route'
import { addMissing } from './missing/route'
import { addDocument } from './openapi'
import { invalidBody, invalidParameters } from './problem/invalid'
import { onError } from './problem/onError'
import { Problem } from './problem/problem'
import { respondProblem } from './problem/respond'
import { addQuarantine } from './quarantine/route'
import { addQuote } from './quote/route'
import { addRates } from './rates/route'
import { addRefreshes } from './refreshes/route'
import { addRequests } from './requests/route'
import { addRevenue } from './revenue/route'
import { addRoutePattern } from './routePattern'
import { addRules } from './rules/route'
import { addRuns } from './runs/route'
import { addSchedule } from './schedule/route'
import { addSearch } from './search/route'
import { addSeries } from './series/route'
import { addSession } from './session/route'
import { addSignals } from './signals/route'
import { addStudy } from './study/route'
import { addSyndication } from './syndication/route'
import { addTopics } from './topics/route'
import { addUdf } from './udf/route'
import { addValuation } from './valuation/route'
import { addYears } from './years/route'

export type { ApiDeps } from './deps'

const entities: readonly AddRoutes[] = [
  addHealth,
  addListings,
  addBars,
  addYears,
  addQuote,
  addMissing,
  addActions,
  addRevenue,
  addValuation,
  addIndicators,
  addRefreshes,
  addCompare,
  addEvents,
  addStudy,
  addAcross,
  addClaims,
  addMilestones,
  addTopics,
  addFilings,
  addSearch,
  addRates,
  addFeeds,
  addSeries,
  addRuns,
  addLive,
  addAudit,
  addBulk,
  addRequests,
  addSchedule,
  addQuarantine,
  addAlerts,
  addSession,
  addLinks,
  addAccount,
  addPasskeys,
  addKeys,
  addAccounts,
  addUdf,
  addSyndication,
  addSignals,
  addRules,
]

function withDefaults(given: ApiDeps): FullDeps {
  const { store, publicUrl, limits = usualLimits } = given
  const access = given.access ?? openAccess({ store, secret: newSecret(), publicUrl })
  return { ...given, access, identify: given.identify ?? access.identify, limits }
}

/** The HTTP app: everything under `/api` and `/feeds`, `/healthz` and `/readyz`. It holds no state of its own; every failure is a problem+json. */
export function createApi(given: ApiDeps): OpenAPIHono {
  const deps = withDefaults(given)
  const api = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      return respondProblem(
        c,
        result.target === 'json' ? invalidBody(result.error) : invalidParameters(result.error, c.req.queries()),
      )
    },
  })
  api.onError(onError)
  api.notFound((c) => {
    const path = c.req.path.length > 100 ? `${c.req.path.slice(0, 100)}…` : c.req.path
    return respondProblem(
      c,
      new Problem('unknown-path', `There is nothing at ${path}; /api/v1/openapi.json lists what there is`),
    )
  })
  addRoutePattern(api)
  addMiddleware(api)
  addAccess(api, deps)
  for (const add of entities) add(api, deps)
  addDocument(api, deps)
  return api
}
