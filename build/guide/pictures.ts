/** Which picture of the demo the guide and the README show, by the name it is kept under. `nth` counts from 1 where the demo takes several. */
export const guidePictures = {
  'first-run-passphrase': { of: 'first-run-weak-passphrase' },
  'first-run-recovery-key': { of: 'first-run-recovery-key' },
  'first-run-team': { of: 'first-run-team' },
  'import-columns': { of: 'referrals-columns' },
  'import-record': { of: 'referrals-mapping-name' },
  'import-rows': { of: 'referrals-rows' },
  'import-done': { of: 'referrals-imported' },
  'agencies-import': { of: 'agencies-rows' },
  'meeting-schedule': { of: 'meeting-schedule' },
  'meeting-agenda': { of: 'meeting-agenda' },
  'meeting-attendance': { of: 'meeting-attendance' },
  'action-line': { of: 'action-line' },
  'case-in-meeting': { of: 'case-in-meeting' },
  'room-view': { of: 'room-view' },
  'case-warning': { of: 'case-warning' },
  'meeting-end': { of: 'meeting-end' },
  actions: { of: 'actions' },
  'action-changed': { of: 'actions-changed' },
  'sharing-preview': { of: 'sharing-preview' },
  'sharing-password': { of: 'sharing-password' },
  'return-differences': { of: 'return-differences' },
  'this-month': { of: 'this-month' },
  cases: { of: 'cases' },
  case: { of: 'case' },
  'case-chain': { of: 'case-chain' },
  'case-needs': { of: 'case-needs' },
  'case-risk': { of: 'case-risk' },
  'case-people': { of: 'case-people' },
  'case-names-hidden': { of: 'case-names-hidden' },
  'case-restrict': { of: 'case-restrict' },
  'case-restricted': { of: 'case-restricted' },
  'search-words': { of: 'search-words' },
  'search-misspelt': { of: 'search-misspelt' },
  settings: { of: 'settings' },
  locked: { of: 'locked' },
} as const satisfies Readonly<Record<string, { readonly of: string; readonly nth?: number }>>

/** The demo's file for a picture, of all file names there: its number is the demo's own and may change. Null where there is none. */
export function demoFile(files: readonly string[], { of, nth = 1 }: { readonly of: string; readonly nth?: number }): string | null {
  const numbered = files.filter((file) => file.replace(/^\d+-/, '') === `${of}.png`).toSorted()
  return numbered[nth - 1] ?? null
}
