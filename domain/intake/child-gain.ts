import { type ChildDraft, nameKey } from '../person.ts'

const isEmpty = ({ name, dateOfBirth, school }: ChildDraft) => name === '' && dateOfBirth === null && school === ''

/** Whether two may be one child: of one name, or, where one has no name, born on one day or (with neither known) at one school. */
function isOne(one: ChildDraft, other: ChildDraft): boolean {
  const [name, otherName] = [nameKey(one.name), nameKey(other.name)]
  if (name !== '' && otherName !== '') return name === otherName
  if (one.dateOfBirth !== null || other.dateOfBirth !== null) return one.dateOfBirth === other.dateOfBirth
  return name === '' && otherName === '' && one.school === other.school
}

const standsOtherwise = (stands: ChildDraft, said: ChildDraft) =>
  (stands.dateOfBirth !== null && said.dateOfBirth !== null && stands.dateOfBirth !== said.dateOfBirth) ||
  (stands.school !== '' && said.school !== '' && nameKey(stands.school) !== nameKey(said.school))

const mostChildren = 20

/**
 * The children of a case with those that a further referral names: new ones stand beside those that are there, gaps are filled, nothing is written over.
 * `left` is who was told of otherwise, or found no room.
 */
export function withChildren(
  there: readonly ChildDraft[],
  said: readonly ChildDraft[],
): { readonly children: readonly ChildDraft[]; readonly left: readonly ChildDraft[] } {
  const children = [...there]
  const left: ChildDraft[] = []
  const taken = new Set<number>()
  for (const child of said.filter((each) => !isEmpty(each))) {
    // Two that a referral names are two children, be they alike.
    const at = children.findIndex((known, index) => !taken.has(index) && isOne(known, child))
    const known = children[at]
    if (known === undefined) {
      if (children.length >= mostChildren) left.push(child)
      else {
        taken.add(children.length)
        children.push(child)
      }
      continue
    }
    taken.add(at)
    if (standsOtherwise(known, child)) left.push(child)
    children[at] = {
      name: known.name === '' ? child.name : known.name,
      dateOfBirth: known.dateOfBirth ?? child.dateOfBirth,
      school: known.school === '' ? child.school : known.school,
    }
  }
  return { children, left }
}
