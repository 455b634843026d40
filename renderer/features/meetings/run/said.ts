import type { ListingDetail } from '#domain/meeting.ts'
import type { Person } from '#domain/person.ts'
import { createContext, use, useMemo } from 'react'
import { discreetText } from '../../../ui/discreet-text.ts'
import { useNames } from '../../../ui/names.ts'
import { today } from '../../../ui/today.ts'

type Said = (text: string) => string

const nobody: readonly string[] = []
const asItIs: Said = (text) => text

/** How what was written of the case that is heard is said: as it is or, while names are hidden, without them. */
export const SaidContext = createContext<Said>(asItIs)

export function useSaid(): Said {
  return use(SaidContext)
}

/** What `SaidContext` is given for a case. */
export function useSaidOf(
  { victimName, perpetratorName }: Pick<ListingDetail, 'victimName' | 'perpetratorName'>,
  childNames: ListingDetail['childNames'] = nobody,
): Said {
  const { areShown } = useNames()
  const discreet = useMemo(
    () =>
      discreetText(
        {
          victim: named(victimName),
          perpetrator: named(perpetratorName),
          children: childNames.map((name) => ({ name, dateOfBirth: null, school: '' })),
        },
        today(),
      ),
    [victimName, perpetratorName, childNames],
  )
  return areShown ? asItIs : discreet
}

function named(name: string): Person {
  return { name, dateOfBirth: null, address: '', phone: '' }
}
