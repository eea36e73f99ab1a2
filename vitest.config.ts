import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/journeys/**", "test/stacks/**", "node_modules/**"],
    testTimeout: 20_000,
  },
});
