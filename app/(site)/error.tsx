'use client'

import { Failure } from '@/app/_ui/states/Failure'

export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <Failure retry={retry} {...(error.digest && { digest: error.digest })} />
}
