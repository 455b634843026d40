import type { PersonId } from '#domain/ids.ts'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useApiQuery } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import { PersonName } from '../../../ui/person-name.tsx'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { useScreenKeys } from '../../../ui/screen-keys.ts'
import { LinksCard } from '../links/links-card.tsx'
import { AddPersonPanel } from '../people/add-person-panel.tsx'
import classes from '../people/people.module.css'
import { PersonItem } from '../people/person-item.tsx'
import { PersonPanel } from '../people/person-panel.tsx'
import { SafeBadge } from '../people/safe-badge.tsx'
import { useEntryEditor } from '../record/entry-editor.ts'
import { useSaid } from '../use-said.ts'
import type { CaseTabProps } from './case-tab.ts'

/** Who is in the case, and first of all who may be talked to. */
export function PeopleTab({ detail }: CaseTabProps) {
  const t = useT()
  const { mayEdit } = useEntryEditor()
  const inWords = useSaid(detail)
  const people = useApiQuery('people.ofCase', { caseId: detail.id })
  const [opened, setOpened] = useState<PersonId | 'new' | null>(null)
  useScreenKeys(mayEdit ? [{ keys: 'n', label: t('people.add.key'), run: () => setOpened('new') }] : [])
  if (people.data === undefined) return <RefusalNotice error={people.error} onRetry={() => void people.refetch()} />

  const { victim, perpetrator, ties } = people.data
  const parties = [
    { role: 'victim', inCase: victim },
    { role: 'perpetrator', inCase: perpetrator },
  ] as const
  const said = ties.filter(({ tie, person }) => tie.isSafeToTalkTo !== 'unknown' && person.name !== '')
  const chosen = [...parties.map(({ inCase }) => ({ ...inCase, tie: null })), ...ties].find(({ person }) => person.id === opened) ?? null
  const close = () => setOpened(null)
  return (
    <>
      <div className={classes.talk}>
        <strong>{t('people.talk')}</strong>
        {said.some(({ tie }) => tie.isSafeToTalkTo === 'yes') ? null : <span>{t('people.talk.nobody')}</span>}
        {said
          .toSorted((a, b) => a.tie.isSafeToTalkTo.localeCompare(b.tie.isSafeToTalkTo))
          .map(({ tie, person }) => (
            <span key={tie.id} className={classes.talkName}>
              <SafeBadge answer={tie.isSafeToTalkTo} /> <PersonName name={person.name} />
            </span>
          ))}
        {detail.relationship === '' ? null : (
          <span>
            {t('case.relationship')}: {inWords(detail.relationship)}
          </span>
        )}
        {mayEdit ? (
          <Button size="compact-xs" className={classes.headEnd} onClick={() => setOpened('new')}>
            {t('people.add')}
          </Button>
        ) : null}
      </div>
      <ul className={`${classes.lines} ${classes.grid}`}>
        {parties.map(({ role, inCase }) => (
          <PersonItem key={role} inCase={inCase} tie={null} party={role} mayEdit={mayEdit} onEdit={() => setOpened(inCase.person.id)} />
        ))}
        {ties.map(({ tie, ...inCase }) => (
          <PersonItem key={tie.id} inCase={inCase} tie={tie} party={null} mayEdit={mayEdit} onEdit={() => setOpened(inCase.person.id)} />
        ))}
      </ul>
      <LinksCard detail={detail} mayEdit={mayEdit} />
      {opened === 'new' ? <AddPersonPanel caseId={detail.id} onClose={close} onAdded={setOpened} /> : null}
      {chosen === null ? null : (
        <PersonPanel key={chosen.person.id} caseId={detail.id} inCase={chosen} tie={chosen.tie} onClose={close} onRemoved={close} />
      )}
    </>
  )
}
