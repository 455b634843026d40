import { isoDate } from '#domain/dates.ts'
import type { PersonDraft } from '#domain/person.ts'
import { mensNames, streets, surnames, villages, womensNames } from './invented-words.ts'
import { seededRandom } from './seeded-random.ts'

/** Two invented people, and what a referral says of them beside. */
export type SamplePair = {
  readonly victim: PersonDraft
  readonly perpetrator: PersonDraft
  readonly relationship: string
  readonly childAges: readonly number[]
}

const apart = ['Ex-partner', 'Ex-husband', 'Ex-boyfriend', 'Boyfriend'] as const
const together = ['Partner', 'Husband', 'Fiancé'] as const
/** Every eleventh couple is of two women. */
const isOfTwoWomen = (index: number) => index % 11 === 10
export const pairCount = 60

function makePairs(): readonly SamplePair[] {
  const random = seededRandom(20_261_210)
  const [lastNames, victimNames, perpetratorNames] = [random.shuffled(surnames), random.shuffled(womensNames), random.shuffled(mensNames)]
  const address = () =>
    `${random.between(1, 98)} ${random.pick(streets)}, ${random.pick(villages)}, QH${random.between(90, 99)} ${random.between(1, 9)}ZZ`
  const born = () =>
    isoDate(
      `${random.between(1962, 2004)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
    )
  return Array.from({ length: pairCount }, (_, index): SamplePair => {
    // 960xxx and 900xxx are set aside for invented people by the UK's regulator.
    const phone = index % 5 === 4 ? `01632 960${String(100 + index * 7)}` : `07700 900${String(100 + index * 13)}`
    const home = address()
    const livesTogether = random.between(1, 10) <= 4
    const at = (names: readonly string[], place: number) => names[place % names.length] ?? 'Nobody'
    const lastName = at(lastNames, index)
    const perpetratorFirst = at(isOfTwoWomen(index) ? victimNames : perpetratorNames, index + 7)
    return {
      victim: { name: `${at(victimNames, index)} ${lastName}`, dateOfBirth: born(), address: home, phone },
      perpetrator: {
        name: `${perpetratorFirst} ${livesTogether && index % 3 === 0 ? lastName : at(lastNames, pairCount + index)}`,
        dateOfBirth: born(),
        address: livesTogether ? home : address(),
        phone: '',
      },
      relationship: isOfTwoWomen(index) ? (livesTogether ? 'Partner' : 'Ex-partner') : random.pick(livesTogether ? together : apart),
      childAges: Array.from({ length: index % 5 < 3 ? random.between(1, 3) : 0 }, () => random.between(1, 15)).toSorted((a, b) => a - b),
    }
  })
}

const pairs = makePairs()

/** The pair of a number from 0 to 59; always the same. */
export function samplePair(index: number): SamplePair {
  const pair = pairs[index]
  if (!pair) throw new Error(`no sample pair ${index}`)
  return pair
}
