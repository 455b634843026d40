/**
 * A distribution's Chromium knows no scheme but its own, and would give ours neither an origin nor a secure context. So a page at
 * `caseboard://app/x` lives at `https://app.caseboard.invalid/x` there: a name that by RFC 2606 never leads anywhere.
 */
const TOP_LEVEL = '.invalid'

/** The address under which Chromium is shown a page of the app's own scheme; web addresses stay as they are. */
export function toChromium(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url)
  if (['http:', 'https:', 'about:', 'data:', 'blob:'].includes(protocol)) return url
  return `https://${host}.${protocol.slice(0, -1)}${TOP_LEVEL}${pathname || '/'}${search}${hash}`
}

/** The address that the app knows, for one that Chromium shows. */
export function fromChromium(url: string): string {
  const parts = URL.canParse(url) ? new URL(url) : null
  if (parts?.protocol !== 'https:' || !parts.hostname.endsWith(TOP_LEVEL)) return url
  const name = parts.hostname.slice(0, -TOP_LEVEL.length)
  const dot = name.lastIndexOf('.')
  if (dot < 0) return url
  return `${name.slice(dot + 1)}://${name.slice(0, dot)}${parts.pathname}${parts.search}${parts.hash}`
}

/** The origin as Electron states it: `caseboard://app` for `caseboard://app/index.html`. */
export function originOf(url: string): string {
  return /^([a-z][\w+.-]*:\/\/[^/?#]*)/i.exec(url)?.[1] ?? 'null'
}
