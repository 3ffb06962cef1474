/** Used by developers only (`npx drizzle-kit generate --config db/drizzle.config.ts --name what_it_does`). */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/*.server.ts',
  out: './db/migrations',
});
