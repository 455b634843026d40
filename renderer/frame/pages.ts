import type { MessageKey } from '../i18n/message-key.ts'

/** The pages of the navigation, in its order. */
export const pages = [
  { to: '/', message: 'frame.home' },
  { to: '/cases', message: 'frame.cases' },
  { to: '/meetings', message: 'frame.meetings' },
  { to: '/actions', message: 'frame.actions' },
  { to: '/agencies', message: 'frame.agencies' },
  { to: '/sharing', message: 'frame.sharing' },
  { to: '/search', message: 'search.title' },
  { to: '/settings', message: 'frame.settings' },
] as const satisfies readonly { readonly to: string; readonly message: MessageKey }[]
