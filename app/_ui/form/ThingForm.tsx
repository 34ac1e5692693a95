'use client'

import type { ReactNode } from 'react'
import { Conflict } from './Conflict'
import { Form } from './Form'
import type { ThingSaving } from './useThing'

interface ThingFormProps<View> {
  readonly thing: ThingSaving<View>
  /** What a screen reader calls the form. */
  readonly label: string
  /** What the fields hold, and in which of them that differs from what was read. */
  readonly body: () => { readonly body: object; readonly changes: Readonly<Record<string, unknown>> }
  readonly onSaved: (view: View) => void
  readonly children: ReactNode
}

/** The form of a thing that commands keep right: saves it, and asks whose values are to stand when somebody else was faster. */
export function ThingForm<View>({ thing, label, body, onSaved, children }: ThingFormProps<View>) {
  const done = (view: View | null) => {
    if (view !== null) onSaved(view)
  }
  const send = async () => {
    const { body: whole, changes } = body()
    done(await thing.save(whole, changes))
  }
  return (
    <Form problem={thing.problem} onSend={send} label={label}>
      {thing.clash && (
        <Conflict
          difference={thing.clash.difference}
          onChosen={async (mine) => done(await thing.settle(mine))}
          onLeave={thing.leave}
        />
      )}
      {children}
    </Form>
  )
}
