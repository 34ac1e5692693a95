'use client'

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLanguage } from '#language'
import { formats } from '../format/useFormat'
import { shellTexts } from '../messages/shell'

/** At the foot of a printed page: its address, which says what it is set to, and the moment it was printed. */
export function PrintFoot() {
  const language = useLanguage()
  const [text, setText] = useState('')
  useEffect(() => {
    const print = () => {
      const { printed } = shellTexts[language]
      const url = location.href.replaceAll('%3A', ':')
      // The sheet is laid out as soon as this returns.
      flushSync(() => setText(printed(formats[language].moment(new Date().toISOString()), url)))
    }
    window.addEventListener('beforeprint', print)
    return () => window.removeEventListener('beforeprint', print)
  }, [language])
  return <p className="print-only mt-2 break-all text-soft">{text}</p>
}
