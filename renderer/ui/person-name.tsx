import { initials } from '#domain/person.ts'
import { useNames } from './names.ts'

/** The one way in which a person of a case is named on screen: obeys the privacy toggle. */
export function PersonName({ name }: { readonly name: string }) {
  const { areShown } = useNames()
  return <span>{areShown ? name : initials(name)}</span>
}
