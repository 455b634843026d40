import type { AddressFacts } from '#domain/people/address.ts'
import { equalityTopics } from '#domain/people/asked.ts'
import type { PersonInCase, Tie } from '#domain/people/tie.ts'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { useNames } from '../../../ui/names.ts'
import { PersonName } from '../../../ui/person-name.tsx'
import classes from './people.module.css'
import { SafeBadge } from './safe-badge.tsx'
import { useAppearanceWords, useRoleWords } from './use-role-words.ts'

type Props = {
  readonly inCase: PersonInCase
  /** Null for the victim and the perpetrator, who are spoken of by `party`. */
  readonly tie: Tie | null
  readonly party: 'victim' | 'perpetrator' | null
  readonly mayEdit: boolean
  readonly onEdit: () => void
}

/** One person of the case: who, whether safe to talk to, where they can be and who knows it, what talking to them takes. */
export function PersonItem({ inCase: { person, elsewhere }, tie, party, mayEdit, onEdit }: Props) {
  const t = useT()
  const format = useFormat()
  const { areShown } = useNames()
  const roleWords = useRoleWords()
  const appearance = useAppearanceWords()
  const { details } = person
  const born = person.dateOfBirth === null ? null : t('case.born', { date: format.date(person.dateOfBirth) })
  const asked = equalityTopics.filter((topic) => details.equality[topic].kind !== 'notAsked').length
  const addresses = [...(person.address === '' ? [] : [{ text: person.address, ...details.addressFacts }]), ...details.otherAddresses]
  const facts = [
    details.aliases.join(', '),
    born,
    details.pronouns,
    person.phone,
    ...details.otherPhones.map(({ number, note }) => (note === '' ? number : `${number} (${note})`)),
    details.school,
    details.employer,
    details.vehiclePlates.join(', '),
  ].filter((text): text is string => text !== null && text !== '')

  return (
    <li className={classes.person} data-safe={tie?.isSafeToTalkTo}>
      <div className={classes.head}>
        <strong>{person.name === '' ? t('people.unnamed') : <PersonName name={person.name} />}</strong>
        <span className={classes.dim}>{party === null ? (tie === null ? null : roleWords(tie)) : t(`people.role.${party}`)}</span>
        {mayEdit ? (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('people.edit', { name: areShown && person.name !== '' ? person.name : t('people.unnamed') })}
            onClick={onEdit}
          >
            {t('people.edit.button')}
          </Button>
        ) : null}
      </div>
      {tie === null ? null : <SafeBadge answer={tie.isSafeToTalkTo} />}
      {details.needsInterpreter === 'yes' ? (
        <span>
          <span className={classes.mark} data-tone="loud">
            {details.language === '' ? t('people.interpreterNeeded.which') : t('people.interpreterNeeded', { language: details.language })}
          </span>
        </span>
      ) : details.language === '' ? null : (
        <span>
          {t('people.language')}: {details.language}
        </span>
      )}
      {details.accessNeeds === '' ? null : (
        <span>
          {t('people.accessNeeds')}: {details.accessNeeds}
        </span>
      )}
      {areShown ? (
        <>
          {facts.length === 0 ? null : <span>{facts.join(' · ')}</span>}
          {addresses.length === 0 ? null : (
            <ul className={classes.lines}>
              {addresses.map((address, index) => (
                <li key={index}>
                  {address.text} <Knower address={address} />
                </li>
              ))}
            </ul>
          )}
        </>
      ) : (
        <span className={classes.dim}>{t('case.detailHidden')}</span>
      )}
      {tie === null || tie.livesWith === 'unknown' ? null : (
        <span>
          {t('people.livesWith')}: {t(`people.livesWith.${tie.livesWith}`)}
        </span>
      )}
      {tie === null || tie.note === '' || !areShown ? null : <span>{tie.note}</span>}
      {party === null ? null : <span className={classes.dim}>{t('people.equality.count', { asked, all: equalityTopics.length })}</span>}
      {elsewhere.length === 0 ? null : (
        <ul className={classes.lines}>
          {elsewhere.map((other) => (
            <li key={`${String(other.caseId)} ${other.role}`}>
              <Link to="/cases/$caseId" params={{ caseId: other.caseId }} search={{ tab: 'people' }}>
                {appearance(other)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** Who knows an address, and since when; that he knows it is loud, that only she does is calm. */
function Knower({ address }: { readonly address: AddressFacts }) {
  const t = useT()
  const format = useFormat()
  const { knownTo, isConfidential, from, until } = address
  const tone = knownTo === 'perpetratorKnows' ? 'loud' : knownTo === 'victimOnly' ? 'calm' : undefined
  const times = [
    from === null ? '' : `${t('people.address.from')} ${format.date(from)}`,
    until === null ? '' : `${t('people.address.until')} ${format.date(until)}`,
  ]
  return (
    <>
      <span className={classes.mark} data-tone={tone}>
        {t(`people.knownTo.${knownTo}`)}
      </span>{' '}
      {isConfidential ? (
        <span className={classes.mark} data-tone="loud">
          {t('people.confidential')}
        </span>
      ) : null}{' '}
      <span className={classes.dim}>{times.filter((text) => text !== '').join(' · ')}</span>
    </>
  )
}
