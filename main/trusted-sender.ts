import { APP_ORIGIN } from './app-scheme.ts'

/** True for the main frame of our window while it shows our own page; any other frame may ask nothing (security.md 44). */
export function isTrustedSender<Frame extends { readonly origin: string }>(sender: Frame | null, mainFrame: Frame | null): boolean {
  return sender !== null && sender === mainFrame && sender.origin === APP_ORIGIN
}
