declare global {
  var __webpack_nonce__: string | undefined
}

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''

// The part of the widget kit that locks scrolling looks for its nonce under this name; without it the content security policy refuses its style element.
globalThis.__webpack_nonce__ = nonce

/** The nonce that main has put into the page: every style element made at run time must carry it. */
export function styleNonce(): string {
  return nonce
}
