import powerApps from "@microsoft/eslint-plugin-power-apps";
import tseslint from "typescript-eslint";

// Microsoft's own rules for what ships as a web resource, every one of them an error. The player is no web resource.
const platformRules = Object.fromEntries(Object.keys(powerApps.rules).map((name) => [`@microsoft/power-apps/${name}`, "error"]));

export default tseslint.config(
  { ignores: ["**/dist/**", "**/dist-test-*/**", "**/wwwroot/**", "artifacts/**", "out/**", "Tests/**"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.ts"],
    rules: {
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-console": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/explicit-function-return-type": ["error", { allowExpressions: true }],
    },
  },
  {
    files: ["WebResources/src/**/*.ts"],
    plugins: { "@microsoft/power-apps": powerApps },
    rules: platformRules,
  },
);
