import type { PersonId } from '#domain/ids.ts'
import type { PersonRecord } from '#domain/people/person-record.ts'
import { nameKey } from '#domain/person.ts'
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './people.module.css'

type Props = {
  readonly left: PersonRecord
  readonly right: PersonRecord
  readonly onMerged: (mergeId: number) => void
  readonly onApart: () => void
}

/** What of the two records can be chosen to stand, where they differ. The rest of both is kept. */
const choosable = ['name', 'dateOfBirth', 'address', 'phone'] as const
type Choosable = (typeof choosable)[number]

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== '' && other !== '' && nameKey(one) !== nameKey(other)
}

/** Which of two records stays, whose name, date of birth, address and phone stand in it; or that they are two people. */
export function MergeForm({ left, right, onMerged, onApart }: Props) {
  const t = useT()
  const [keptId, setKeptId] = useState<PersonId>(left.id)
  const [chosen, setChosen] = useState<Partial<Record<Choosable, PersonId>>>({})
  const merge = useApiCommand('people.merge', { onDone: onMerged })
  const apart = useApiCommand('people.dismissDuplicate', { onDone: onApart })
  const [kept, gone] = keptId === left.id ? [left, right] : [right, left]
  const sides = [
    { value: String(left.id), label: t('people.alike.left') },
    { value: String(right.id), label: t('people.alike.right') },
  ]
  const idOf = (value: string) => (value === String(left.id) ? left.id : right.id)
  const takes = (what: Choosable) => chosen[what] === gone.id
  return (
    <>
      <NativeSelect
        label={t('people.alike.keep')}
        value={String(keptId)}
        data={sides}
        onChange={(event) => setKeptId(idOf(event.currentTarget.value))}
      />
      <div className={classes.choices}>
        {choosable.map((what) =>
          differ(left[what], right[what]) ? (
            <NativeSelect
              key={what}
              size="xs"
              label={t(`people.alike.${what}`)}
              value={String(chosen[what] ?? keptId)}
              data={sides}
              onChange={(event) => {
                const id = idOf(event.currentTarget.value)
                setChosen((now) => ({ ...now, [what]: id }))
              }}
            />
          ) : null,
        )}
      </div>
      <p className={classes.dim}>{t('people.alike.merge.hint')}</p>
      <RefusalNotice error={merge.error ?? apart.error} />
      <div className={classes.buttons}>
        <Button
          size="xs"
          loading={merge.isPending}
          onClick={() =>
            merge.mutate({
              keptId: kept.id,
              keptVersion: kept.version,
              goneId: gone.id,
              goneVersion: gone.version,
              takesName: takes('name'),
              takesDateOfBirth: takes('dateOfBirth'),
              takesAddress: takes('address'),
              takesPhone: takes('phone'),
            })
          }
        >
          {t('people.alike.merge')}
        </Button>
        <Button size="xs" variant="default" onClick={() => apart.mutate({ oneId: left.id, otherId: right.id })}>
          {t('people.alike.apart')}
        </Button>
      </div>
    </>
  )
}
