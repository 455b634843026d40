import { PersonName } from '../../ui/person-name.tsx'
import { RestrictedMark } from '../../ui/restricted-mark.tsx'

/** Both parties of a case; of a restricted one that was not opened at this meeting, the word alone: it comes without their names. */
export function PartyNames({ victimName, perpetratorName }: { readonly victimName: string; readonly perpetratorName: string }) {
  if (victimName === '' && perpetratorName === '') return <RestrictedMark />
  return (
    <>
      <PersonName name={victimName} /> / <PersonName name={perpetratorName} />
    </>
  )
}
