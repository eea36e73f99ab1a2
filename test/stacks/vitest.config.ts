import { defineConfig } from "vitest/config";

/** Run by `npm run test:stacks`, after the deployments have been recorded. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export.
export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: { include: ["test/stacks/**/*.test.ts"] },
});
