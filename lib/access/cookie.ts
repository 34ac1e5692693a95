import { parseSigned, serialize, serializeSigned } from 'hono/utils/cookie'
import { lifeMs } from '@/lib/store/account/signIn'

/** The cookie in which a browser keeps that it is signed in. Its form (signed with the secret) is the sign-in library's. */
export interface SessionCookie {
  readonly name: string
  /** The token in a `Cookie` header whose signature is ours; null when there is none. */
  read(header: string | null): Promise<string | null>
  /** The `Set-Cookie` that keeps a token. */
  write(token: string): Promise<string>
  /** The `Set-Cookie` that forgets it. */
  forget(): string
}

export const cookiePrefix = 'tidemark'

const ofSignIn = new RegExp(`(?:^|[\\s;])(?:__Secure-)?${cookiePrefix}\\.`)

/** Whether a request says by its headers that somebody with an account sends it; whether that is true is for `Identify`. What is for nobody in particular is not for such a one. Pure. */
export function claimsAccount({
  authorization,
  cookie,
}: {
  authorization?: string | undefined
  cookie?: string | undefined
}): boolean {
  return authorization !== undefined || ofSignIn.test(cookie ?? '')
}

/** `secure`: only over TLS; then its name says so, and no page without TLS can set it. */
export function sessionCookie(secret: string, secure: boolean): SessionCookie {
  const name = `${secure ? '__Secure-' : ''}${cookiePrefix}.session_token`
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const
  return {
    name,
    read: async (header) => {
      if (header === null || !header.includes(name)) return null
      return (await parseSigned(header, secret, name))[name] || null
    },
    write: (token) => serializeSigned(name, token, secret, { ...options, maxAge: lifeMs / 1000 }),
    forget: () => serialize(name, '', { ...options, maxAge: 0 }),
  }
}
