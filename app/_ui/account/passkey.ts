import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type { Sent } from '../form/send'
import type { Sending } from '../form/useSend'

const failed = (kind: string, detail = ''): Sent<never> => ({ data: null, problem: { kind, status: 0, detail } })

/** What the browser says of a ceremony that came to nothing, as a problem. */
function refusalOf(error: unknown): Sent<never> {
  if (!(error instanceof Error)) throw error
  if (error.name === 'InvalidStateError') return failed('known-passkey')
  // Cancelled, too late, and none that fits: browsers do not tell these apart on purpose.
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return failed('no-passkey')
  return failed('passkey-failed', error.message)
}

/** Signs in with a passkey of this site: asks the server for its question and the browser for the answer. */
export async function signInByPasskey({ send }: Pick<Sending, 'send'>): Promise<Sent<unknown>> {
  const asked = await send<PublicKeyCredentialRequestOptionsJSON>('POST', '/api/v1/session/passkey/options')
  if (asked.problem) return asked
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const answer = await startAuthentication({ optionsJSON: asked.data }).catch(refusalOf)
  return 'problem' in answer ? answer : send('POST', '/api/v1/session/passkey', { response: answer })
}

/** Makes a passkey on this device or key and gives it to the account under `name`. */
export async function addPasskey({ send }: Pick<Sending, 'send'>, name: string): Promise<Sent<unknown>> {
  const asked = await send<PublicKeyCredentialCreationOptionsJSON>('POST', '/api/v1/account/passkeys/options')
  if (asked.problem) return asked
  const { startRegistration } = await import('@simplewebauthn/browser')
  const answer = await startRegistration({ optionsJSON: asked.data }).catch(refusalOf)
  return 'problem' in answer ? answer : send('POST', '/api/v1/account/passkeys', { name, response: answer })
}
