'use client'

/** The one door to Tremor: it is a beta with few hands on it, so nothing else imports it. Import this file lazily, it brings recharts. */
export { BarChart } from '@tremor/react'
