import { useT } from '../../i18n/use-t.ts'

/** Somebody at the table: by name and agency, or by the agency where nobody is named. */
export function useSeatWords() {
  const t = useT()
  return ({ personName, agencyName }: { readonly personName: string; readonly agencyName: string }) =>
    personName === '' ? agencyName : t('meetings.conflict.seat', { name: personName, agency: agencyName })
}
