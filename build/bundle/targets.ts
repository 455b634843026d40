import react from '@vitejs/plugin-react'
import { basename, join } from 'node:path'
import presetMantine from 'postcss-preset-mantine'
import type { InlineConfig } from 'vite'
import type { Target } from './bundle-target.ts'
import { contractNames } from './contract-names.ts'
import { manifest } from './manifest.ts'
import { nativeHashes } from './native-hashes.ts'
import { pdfkitData } from './pdfkit-data.ts'
import { root } from './root.ts'
import { sameOriginTags } from './same-origin-tags.ts'
import { styleAsText } from './style-as-text.ts'

/** Packages with binaries: they stay in node_modules, everything else is bundled. */
const natives = ['better-sqlite3-multiple-ciphers', '@node-rs/argon2']

/** CommonJS packages inside an ES bundle still speak of where they are. */
const commonJsNames = 'const __dirname = import.meta.dirname, __filename = import.meta.filename;'

const quiet = { configFile: false, root, logLevel: 'warn', mode: 'production', publicDir: false } satisfies InlineConfig

/** One self-contained file for Node or Electron. */
function nodeFile(
  entry: string,
  output: string,
  format: 'es' | 'cjs',
  plugins: NonNullable<InlineConfig['plugins']> = [],
  define: () => Promise<Readonly<Record<string, unknown>>> = () => Promise.resolve({}),
) {
  return async (outDir: string): Promise<InlineConfig> => ({
    ...quiet,
    define: { 'process.env.NODE_ENV': '"production"', ...(await define()) },
    plugins,
    ssr: { noExternal: true, external: ['electron', ...natives], target: 'node' },
    build: {
      ssr: join(root, entry),
      target: 'node24',
      outDir,
      emptyOutDir: true,
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      rolldownOptions: {
        output: { format, codeSplitting: false, entryFileNames: basename(output), banner: format === 'es' ? commonJsNames : '' },
      },
    },
  })
}

function rendererFolder(outDir: string): InlineConfig {
  return {
    ...quiet,
    root: join(root, 'renderer'),
    base: './',
    plugins: [react(), styleAsText(), sameOriginTags(), manifest()],
    css: { postcss: { plugins: [presetMantine()] } },
    build: {
      target: 'chrome148',
      outDir,
      emptyOutDir: true,
      minify: true,
      sourcemap: false,
      reportCompressedSize: false,
      // No data: addresses for scripts and fonts, and no polyfill that fetches: the content security policy refuses both.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
    },
  }
}

export const targets: readonly Target[] = [
  {
    name: 'main',
    inputs: ['domain', 'preload', 'main'],
    entry: 'main/index.ts',
    output: 'out/main/index.js',
    config: nodeFile('main/index.ts', 'index.js', 'es', [], async () => ({ __NATIVE_HASHES__: JSON.stringify(await nativeHashes()) })),
  },
  {
    name: 'vault',
    inputs: ['domain', 'preload', 'db', 'main/vault', 'main/files', 'main/core-dumps.ts', 'main/operations-of-kind.ts'],
    entry: 'main/vault/index.ts',
    output: 'out/main/vault.js',
    config: nodeFile('main/vault/index.ts', 'vault.js', 'es', [pdfkitData()]),
  },
  {
    name: 'spreadsheet-worker',
    inputs: ['domain', 'main/vault'],
    entry: 'main/vault/documents/spreadsheet-worker.ts',
    output: 'out/main/spreadsheet-worker.js',
    config: nodeFile('main/vault/documents/spreadsheet-worker.ts', 'spreadsheet-worker.js', 'es'),
  },
  {
    name: 'preload',
    inputs: ['domain', 'preload'],
    entry: 'preload/index.ts',
    output: 'out/preload/index.cjs',
    config: nodeFile('preload/index.ts', 'index.cjs', 'cjs', [contractNames()]),
  },
  {
    name: 'renderer',
    inputs: ['domain', 'preload', 'renderer'],
    entry: 'renderer/index.html',
    output: 'out/renderer',
    config: rendererFolder,
  },
]
