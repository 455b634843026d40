import { findAlikePairs } from '#domain/people/duplicates/find-pairs.ts'
import { jaroWinkler } from '#domain/people/name-likeness.ts'
import { alikePeople } from '../fixtures/alike-people.ts'
import { type Figure, figure } from './figure.ts'
import { interleaved } from './measure.ts'

const compared = 200_000

/** Who of 10,000 people and 1,000 altered copies may be one. The reference compares the names of 200,000 pairs, and nothing else of them. */
export async function peopleAlikeFigures(): Promise<readonly Figure[]> {
  const { people } = alikePeople(10_000, 1_000, 1)
  const names = people.map((person) => person.names[0] ?? '')
  const times = await interleaved(5, 1, {
    find: { run: () => findAlikePairs(people) },
    names: {
      run: () => {
        let sum = 0
        for (let index = 0; index < compared; index += 1)
          sum += jaroWinkler(names[index % names.length] ?? '', names[(index * 7 + 1) % names.length] ?? '')
        return sum
      },
    },
  })
  return [
    figure({
      group: 'people',
      name: 'who of 11,000 people may be one',
      ms: times.find,
      reference: 'Jaro-Winkler of 200,000 pairs of names',
      referenceMs: times.names,
      msBound: 5_000,
    }),
  ]
}
