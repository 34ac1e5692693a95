// cephes 3.3.3 ships its types beside its `exports`, where TypeScript does not look: these are the functions of it that are used here.
declare module 'cephes' {
  export const compiled: Promise<void>
  export function bdtr(k: number, n: number, p: number): number
  export function incbet(a: number, b: number, x: number): number
  export function ndtr(z: number): number
  export function ndtri(p: number): number
  export function stdtri(df: number, p: number): number
}
