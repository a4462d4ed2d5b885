import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// Read from the folder: a new feature is under the rule from its first file.
const features = readdirSync(new URL('src/features', import.meta.url));
const forbid = (group, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ group, message }] }],
});

export default tseslint.config(
  { ignores: ['dist', 'src/shared/api-schema.d.ts', 'test-results', 'playwright-report', 'screenshots-out'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      js.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      jsxA11y.flatConfigs.strict,
      reactHooks.configs.flat['recommended-latest'],
    ],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.app.json', './tsconfig.tools.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: 'error',
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['tabpanel'] }],
      'no-console': 'error',
    },
  },
  // The layers: app → features → shared, and no feature knows another.
  {
    files: ['src/shared/**'],
    rules: forbid(['**/features/**', '**/app/**'], 'shared knows neither features nor app'),
  },
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: forbid(
      ['**/app/**', ...features.filter((other) => other !== feature).map((other) => `**/${other}/**`)],
      'a feature imports only itself and shared; what two of them need belongs in shared, what joins them in app',
    ),
  })),
);
