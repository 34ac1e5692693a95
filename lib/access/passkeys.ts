import { runLibraryCommand } from '@/lib/store/account/library'
import type { Browser } from '@/lib/store/account/signIn'
import type { Store } from '@/lib/store/connection/store'
import type { CommandContext } from '@/lib/store/context'
import { type Auth, addressHeader } from './auth'

/** What a browser's authenticator answered, as WebAuthn's JSON has it. */
export type AuthenticatorAnswer = Readonly<Record<string, unknown>>

/** A question for an authenticator, as WebAuthn's JSON has it, and the cookies that belong to it. */
export interface Question {
  readonly options: Readonly<Record<string, unknown>>
  readonly cookies: readonly string[]
}

/** Why a ceremony came to nothing: it was answered wrongly or too late, or the sign-in is too old to add a passkey. */
export type Failure = 'refused' | 'not-fresh'

/** The ceremonies of passkeys. Each takes the headers of the request: the cookies and the origin of the page. */
export interface Passkeys {
  /** Asks for a new passkey of who is signed in. */
  askToAdd(headers: Headers): Promise<Question | Failure>
  /** Adds the passkey that was made; its id. */
  add(
    ctx: CommandContext,
    headers: Headers,
    name: string,
    answer: AuthenticatorAnswer,
  ): Promise<{ readonly id: string } | Failure>
  /** Asks for a passkey to sign in with. */
  askToSignIn(headers: Headers): Promise<Question>
  /** Signs in; the token of the browser. Nobody has to be signed in: the passkey tells who it is. */
  signIn(
    now: Date,
    headers: Headers,
    browser: Browser,
    answer: AuthenticatorAnswer,
  ): Promise<{ readonly token: string } | Failure>
}

async function failureOf(response: Response): Promise<Failure> {
  const { code } = (await response.json().catch(() => ({}))) as { code?: string }
  return code === 'SESSION_NOT_FRESH' ? 'not-fresh' : 'refused'
}

async function questionOf(response: Response): Promise<Question> {
  return { options: (await response.json()) as Question['options'], cookies: response.headers.getSetCookie() }
}

/** What the library reads of a request: cookies, origin, and the browser as we know it. */
function headersFor(headers: Headers, browser?: Browser): Headers {
  const kept = new Headers()
  for (const name of ['cookie', 'origin']) {
    const value = headers.get(name)
    if (value !== null) kept.set(name, value)
  }
  if (browser?.address) kept.set(addressHeader, browser.address)
  if (browser?.userAgent) kept.set('user-agent', browser.userAgent)
  return kept
}

/** The ceremonies by the library, each change in one transaction with its audit entry. */
export function createPasskeys(store: Store, { api }: Auth): Passkeys {
  return {
    askToAdd: async (headers) => {
      const response = await api.generatePasskeyRegistrationOptions({ headers: headersFor(headers), asResponse: true })
      return response.ok ? questionOf(response) : failureOf(response)
    },
    add: (ctx, headers, name, answer) =>
      runLibraryCommand<{ readonly id: string } | Failure>(store, ctx, 'read', async () => {
        const response = await api.verifyPasskeyRegistration({
          headers: headersFor(headers),
          body: { response: answer, name },
          asResponse: true,
        })
        if (!response.ok) return { result: await failureOf(response), note: null }
        const { id } = (await response.json()) as { id: string }
        const after = { name, owner: ctx.actor }
        return { result: { id }, note: { action: 'add', entity: 'passkey', key: id, before: null, after } }
      }),
    askToSignIn: async (headers) => {
      const response = await api.generatePasskeyAuthenticationOptions({
        headers: headersFor(headers),
        asResponse: true,
      })
      return questionOf(response)
    },
    signIn: async (now, headers, browser, answer) => {
      // Who it is shows only when the answer is verified, and the audit is to name them.
      const ctx = { actor: 'nobody', scopes: ['read'] as const, now }
      return runLibraryCommand<{ readonly token: string } | Failure>(store, ctx, 'read', async () => {
        const response = await api.verifyPasskeyAuthentication({
          headers: headersFor(headers, browser),
          body: { response: { ...answer } as never },
          asResponse: true,
        })
        if (!response.ok) return { result: await failureOf(response), note: null }
        const { session, user } = (await response.json()) as { session: { token: string }; user: { email: string } }
        const after = { how: 'passkey', address: browser.address, userAgent: browser.userAgent }
        const note = { action: 'sign-in', entity: 'sign-in', key: user.email, before: null, after } as const
        return { result: { token: session.token }, note, actor: user.email }
      })
    },
  }
}
