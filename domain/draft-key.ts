/**
 * What the forms keep their drafts under: `<form>:<id>`, some with more after the id (`record:7-voice`). By what the id is of, so that a draft goes with its
 * case, and is hidden with it.
 */
export const draftForms = {
  case: ['case', 'closing', 'hold', 'person', 'record', 'restriction', 'tie'],
  referral: ['turnDown'],
  listing: ['actionLine', 'deferLine', 'leaveLine'],
  action: ['action', 'actionChange', 'actionReason', 'signOff'],
  /** Of no one case; they may name somebody all the same. */
  none: ['agency', 'deferRest', 'meeting', 'referral'],
} as const

/** The form and the number in a draft's key; 0 where it is of something new. */
export function readDraftKey(key: string): { readonly form: string; readonly id: number } {
  const [form = '', rest = ''] = key.split(':')
  return { form, id: Number(/^\d+/.exec(rest)?.[0] ?? 0) }
}
