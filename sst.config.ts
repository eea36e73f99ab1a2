/// <reference path="./.sst/platform/config.d.ts" />

// SST insists on a default export here. Everything that is deployed is declared in stacks/.
export default $config({
  app(input) {
    const production = input.stage === "production";
    return {
      name: "yichuang",
      home: "aws",
      removal: production ? "retain" : "remove",
      protect: production,
    };
  },
  async run() {
    const { outputs } = await import("./stacks/index.ts");
    return outputs;
  },
});
