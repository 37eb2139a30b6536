import { defineConfig } from 'drizzle-kit';

/** Run through `node db/generate.mjs`, which first bundles the schema: drizzle-kit does not know the `@/` paths. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './node_modules/.cache/longlist-schema/schema.mjs',
  out: './db/sqlite/migrations',
  breakpoints: true,
});
