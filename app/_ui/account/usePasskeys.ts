'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether an address is a number: passkeys belong to names. */
const isNumber = (host: string) => /^[\d.]+$/.test(host) || host.startsWith('[')

/** Whether this browser has passkeys on this page: over plain HTTP from another machine it has none. False until the page runs. */
export function usePasskeys(): boolean {
  return useSyncExternalStore(
    never,
    () => typeof window.PublicKeyCredential === 'function' && !isNumber(location.hostname),
    () => false,
  )
}
