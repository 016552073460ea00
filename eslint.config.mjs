import tseslint from 'typescript-eslint';

// The direction of imports (src/README.md). test/unit/layers proves by seeded violations that each of these rules fires.
const anyHost = { group: ['vscode'], message: 'Only src/host and extension.ts may import vscode.' };
const anyNode = { group: ['node:*'], message: 'Only src/engine, src/cli.ts and extension.ts may import node:*.' };
const natives = {
  group: ['nodejieba', 'jieba-wasm', 'jieba-wasm/*', 'mammoth', 'word-extractor', 'pdfjs-dist', 'pdfjs-dist/*'],
  message: 'Segmenters and document readers belong to src/engine.',
};
const room = (...names) => ({
  group: names.flatMap((name) => [`**/${name}/*`, `**/${name}/**`]),
  message: `This layer may not import from ${names.join(', ')}.`,
});
const restrict = (files, patterns, globals = []) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns }],
    ...(globals.length > 0 ? { 'no-restricted-globals': ['error', ...globals] } : {}),
  },
});
const impure = ['document', 'window', 'process', 'Buffer', '__dirname', 'require', 'fetch'];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.cache/', '**/node_modules/', 'test/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'max-params': ['error', 4],
      eqeqeq: 'error',
    },
  },
  // Loaded from outside the bundle, so it is CommonJS.
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  restrict(['src/core/**/*.ts'], [anyHost, anyNode, natives, room('engine', 'protocol', 'host', 'webview')], impure),
  restrict(['src/protocol/**/*.ts'], [anyHost, anyNode, natives, room('engine', 'host', 'webview')], impure),
  restrict(['src/engine/**/*.ts'], [anyHost, room('host', 'webview')]),
  restrict(['src/host/**/*.ts'], [anyNode, natives, room('engine', 'webview')]),
  restrict(['src/webview/**/*.ts'], [anyHost, anyNode, natives, room('engine', 'host', 'core')]),
  restrict(['src/cli.ts'], [anyHost, room('host', 'webview')]),
);
