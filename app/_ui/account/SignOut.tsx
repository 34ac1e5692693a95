'use client'

import { useSend } from '../form/useSend'

/** Signs this browser out and loads the board anew. Stays where it is when that failed, and says so. */
export function SignOut({ text, failed }: { text: string; failed: string }) {
  const { busy, problem, send } = useSend()
  const signOut = async () => {
    const sent = await send('DELETE', '/api/v1/session')
    // Somebody whose session has ended already is signed out too.
    if (!sent.problem || sent.problem.status === 401) location.assign('/')
  }
  return (
    <>
      <button type="button" className="menu-item" aria-disabled={busy} onClick={busy ? undefined : signOut}>
        {text}
      </button>
      {problem && problem.status !== 401 && (
        <p role="alert" className="px-2.5 py-1 text-bad">
          {failed}
        </p>
      )}
    </>
  )
}
