'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether this browser has passkeys: on pages over plain HTTP from another machine it has none. False until the page runs. */
export function usePasskeys(): boolean {
  return useSyncExternalStore(
    never,
    () => typeof window.PublicKeyCredential === 'function',
    () => false,
  )
}
