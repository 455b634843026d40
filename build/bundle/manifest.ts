import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** Writes manifest.json, every file of the bundle with its SHA-256. Main serves what is listed there, and only while the hash still fits. */
export function manifest(): Plugin {
  return {
    name: 'caseboard:manifest',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle)
          .map((file) => [file.fileName, sha256(file.type === 'asset' ? file.source : file.code)] as const)
          .sort(([one], [other]) => (one < other ? -1 : 1))
        this.emitFile({ type: 'asset', fileName: 'manifest.json', source: JSON.stringify({ files: Object.fromEntries(files) }, null, 1) })
      },
    },
  }
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
