import type { Scope } from '../context'

/** What an account may do, the least first. */
export const roles = ['viewer', 'annotator', 'admin'] as const
export type Role = (typeof roles)[number]

/** What a key may do at most. */
export const keyScopes = ['read', 'annotate', 'admin'] as const
export type KeyScope = (typeof keyScopes)[number]

const ofRole: Readonly<Record<Role, readonly Scope[]>> = {
  viewer: ['read'],
  annotator: ['read', 'annotate'],
  admin: ['read', 'annotate', 'admin'],
}

const roleOfKey: Readonly<Record<KeyScope, Role>> = { read: 'viewer', annotate: 'annotator', admin: 'admin' }

/** The scopes of a role. */
export function scopesOfRole(role: Role): readonly Scope[] {
  return ofRole[role]
}

/** The scopes of a key: its own, as far as its owner still has them. */
export function scopesOfKey(scope: KeyScope, owner: Role): readonly Scope[] {
  return ofRole[roleOfKey[scope]].filter((one) => ofRole[owner].includes(one))
}

/** Whether somebody of this role may make a key with this scope. */
export function mayGiveKey(owner: Role, scope: KeyScope): boolean {
  return scopesOfKey(scope, owner).length === ofRole[roleOfKey[scope]].length
}
