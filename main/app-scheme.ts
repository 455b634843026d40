import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { IncidentLog } from './incident-log.ts'

export const APP_SCHEME = 'caseboard'
export const APP_ORIGIN = 'caseboard://app'
export const APP_PAGE = `${APP_ORIGIN}/index.html`

/** The path allow-list: every file of the bundle with its SHA-256, as build/bundle/manifest.ts wrote it. */
export type AssetManifest = { readonly files: Readonly<Record<string, string>> }

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
}

/** What the page may do. The nonce lets the widget kit add its style elements; no script without a file of ours ever runs. */
export function contentSecurityPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    // A text never becomes an element or a script, and nobody can make a rule by which it would (docs/decisions/0003).
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/**
 * Answers requests to `caseboard://app/` from the folder of the bundle. Only the exact paths of the manifest exist, so no way of writing
 * `..` leads out, and a file that was changed since the build is refused rather than run.
 */
export function appScheme(folder: string, manifest: AssetManifest, log: IncidentLog) {
  const allowed = new Map(Object.entries(manifest.files))

  return async (request: { readonly method: string; readonly url: string }): Promise<Response> => {
    const nonce = randomBytes(16).toString('base64')
    const name = assetName(request)
    const hash = name === null ? undefined : allowed.get(name)
    if (name === null || hash === undefined) {
      log.record('assetRefused')
      return refused(404, nonce)
    }
    const bytes = await readFile(join(folder, name)).catch(() => null)
    if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== hash) {
      log.record('assetDamaged')
      return refused(500, nonce)
    }
    const type = contentTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
    const body = name === 'index.html' ? bytes.toString('utf8').replaceAll('__STYLE_NONCE__', nonce) : new Uint8Array(bytes)
    return new Response(body, { status: 200, headers: { ...headers(nonce), 'Content-Type': type } })
  }
}

/** The manifest's name for a request, or null for what no page of ours asks. */
function assetName({ method, url }: { readonly method: string; readonly url: string }): string | null {
  const prefix = `${APP_ORIGIN}/`
  if (method !== 'GET' || !url.startsWith(prefix)) return null
  const path = url.slice(prefix.length).split('#', 1)[0] ?? ''
  return path === '' ? 'index.html' : path
}

function headers(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  }
}

function refused(status: number, nonce: string): Response {
  return new Response('', { status, headers: { ...headers(nonce), 'Content-Type': 'text/plain; charset=utf-8' } })
}
