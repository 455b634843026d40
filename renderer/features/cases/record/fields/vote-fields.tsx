import { partnersOf } from '#domain/record/vote-result.ts'
import { ballotAnswers } from '#domain/record/vote.ts'
import { NativeSelect } from '@mantine/core'
import { useApiQuery } from '../../../../api.ts'
import { useT } from '../../../../i18n/use-t.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { today } from '../../../../ui/today.ts'
import { ChoiceField } from '../choice-field.tsx'
import { fieldOf } from '../field-of.ts'
import type { FieldsProps } from '../fields-props.ts'
import classes from '../record.module.css'
import { voteWords } from '../use-entry-words.ts'
import { WordsField } from '../words-field.tsx'

/** How each partner agency voted on accepting or closing the case; one that did not vote has no ballot. */
export function VoteFields(props: FieldsProps<'vote'>) {
  const { value, set, detail } = props
  const field = fieldOf(props)
  const t = useT()
  const agencies = useApiQuery('agencies.list', { includeArchived: true }).data ?? []
  const answerOf = (agencyId: number) => value.ballots.find((ballot) => ballot.agencyId === agencyId)?.answer ?? ''
  const offered = agencies.filter((agency) => !agency.isArchived || answerOf(agency.id) !== '')
  // An agency that is not chosen has no ballot.
  const cast = value.ballots.flatMap(({ agencyId, answer }) => (agencyId === null ? [] : [{ agencyId, answer }]))
  const keptFrom = useApiQuery('restrictions.of', { caseId: detail.id }).data?.restriction?.agencyIds ?? []
  const partners = partnersOf(agencies, keptFrom, cast)
  return (
    <>
      <div className={classes.pair}>
        <ChoiceField
          {...field('question')}
          label={t('vote.question')}
          values={['accept', 'close']}
          wordOf={(question) => t(`vote.question.${question}`)}
        />
        <DateField {...field('on')} label={t('record.day')} isRequired max={today()} />
      </div>
      <fieldset className={classes.ballots}>
        <legend>{t('vote.ballots')}</legend>
        <p role="status">{voteWords({ question: value.question, ballots: cast, partners }, t)}</p>
        <div className={classes.pair}>
          {offered.map((agency) => (
            <NativeSelect
              key={agency.id}
              label={agency.name}
              value={answerOf(agency.id)}
              data={[
                { value: '', label: t('vote.none') },
                ...ballotAnswers.map((answer) => ({ value: answer, label: t(`vote.answer.${answer}`) })),
              ]}
              onChange={(event) => {
                const answer = ballotAnswers.find((each) => each === event.currentTarget.value)
                const others = value.ballots.filter((ballot) => ballot.agencyId !== agency.id)
                set({ ballots: answer === undefined ? others : [...others, { agencyId: agency.id, answer }] })
              }}
            />
          ))}
        </div>
      </fieldset>
      <WordsField {...field('note')} label={t('record.note')} />
    </>
  )
}
