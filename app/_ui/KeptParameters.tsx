import { type Query, queryValue } from './url'

/** The parameters of the page, but one, as hidden fields: so that a form changes that one and keeps the view. */
export function KeptParameters({ query, except }: { query: Query; except: string }) {
  return Object.keys(query).flatMap((name) => {
    const value = queryValue(query, name)
    return name === except || value === undefined ? [] : [<input key={name} type="hidden" name={name} value={value} />]
  })
}
