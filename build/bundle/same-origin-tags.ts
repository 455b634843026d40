import type { Plugin } from 'vite'

/** Drops `crossorigin` from the tags that vite writes: everything comes from the app's own scheme, which has no CORS headers. */
export function sameOriginTags(): Plugin {
  return {
    name: 'caseboard:same-origin-tags',
    transformIndexHtml: { order: 'post', handler: (html) => html.replaceAll(/ crossorigin(?=[ >])/g, '') },
  }
}
