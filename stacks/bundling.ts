/**
 * How functions are bundled, in the words that SST (`lambda.ts`) and esbuild (`local/build.ts`) share, so that what
 * runs on one machine and in the benchmark is what is deployed.
 */
export const bundling = {
  format: "esm",
  /** The SDK is loaded in parts where it is needed, which only a bundle in several files keeps apart. */
  splitting: true,
} as const;

/**
 * What SST hands on to esbuild. Keeping the names of functions means a call for each of them while a bundle loads,
 * a tenth of what a cold start loads. The frames in the log are read with the source maps that SST stores at each deployment.
 */
export const esbuildOptions = { keepNames: false } as const;
