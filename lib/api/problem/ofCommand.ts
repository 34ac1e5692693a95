import type { Caller } from '@/lib/access/caller'
import { ScopeError } from '@/lib/store/context'
import { InputError, ManagedError, UnknownError, VersionConflictError } from '@/lib/store/errors'
import { QuarantineError } from '@/lib/store/quarantine/close'
import { Problem } from './problem'

const quarantineKinds = { unknown: 'unknown-thing', closed: 'closed-row', 'not-releasable': 'not-releasable' } as const

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The problem of what a command raised; null for anything else. */
export function problemOfCommand(error: Error, caller: Caller | undefined): Problem | null {
  if (error instanceof ScopeError) {
    return caller === undefined || caller.via === 'nobody'
      ? new Problem('not-signed-in', `This needs somebody who is signed in, or a key, with the scope "${error.needed}"`)
      : new Problem('not-allowed', capital(error.message))
  }
  if (error instanceof InputError) return new Problem('bad-parameter', error.message, { parameters: error.fields })
  if (error instanceof UnknownError) return new Problem('unknown-thing', capital(error.message))
  if (error instanceof ManagedError) return new Problem('managed', capital(error.message))
  if (error instanceof QuarantineError) return new Problem(quarantineKinds[error.kind], capital(error.message))
  if (error instanceof VersionConflictError) {
    const { versions, difference } = error
    return new Problem('conflict', `${capital(error.message)}; read it again and send your change anew`, {
      version: versions.stored,
      difference,
    })
  }
  return null
}
