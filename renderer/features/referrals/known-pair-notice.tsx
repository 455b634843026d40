import { initials } from '#domain/person.ts'
import { Radio } from '@mantine/core'
import { repeatWords } from '../../i18n/repeat-words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { fieldId } from '../../ui/form-field.ts'
import { useNames } from '../../ui/names.ts'
import classes from './referral-form.module.css'
import type { ReferralForm } from './referral-form.ts'
import type { useKnownPair } from './use-known-pair.ts'

type Props = {
  readonly form: string
  readonly value: ReferralForm['onCase']
  readonly found: ReturnType<typeof useKnownPair>
  readonly onChange: (value: ReferralForm['onCase']) => void
  readonly error: string | null
}

/** Says that the two people are known before a second case is made of them, and whether the referral will be a repeat. */
export function KnownPairNotice({ form, value, found, onChange, error }: Props) {
  const t = useT()
  const format = useFormat()
  const { areShown } = useNames()
  const said = (name: string) => (areShown ? name : initials(name))
  const { pairs, joined, verdict } = found
  return (
    <div aria-live="polite">
      {pairs.length === 0 ? null : (
        <fieldset id={fieldId(form, 'onCase')} className={classes.pair}>
          <legend className={classes.legend}>{t('referrals.pair.title')}</legend>
          {pairs.map((pair) => {
            const people = `${said(pair.victimName)} / ${said(pair.perpetratorName)}`
            return (
              <Radio
                key={pair.caseId}
                name={fieldId(form, 'pair')}
                value={pair.caseId}
                checked={value === pair.caseId}
                label={t('referrals.pair.join', { reference: pair.reference, people })}
                description={t(`referrals.pair.${pair.match}`)}
                onChange={() => onChange(pair.caseId)}
              />
            )
          })}
          <Radio
            name={fieldId(form, 'pair')}
            value="new"
            checked={value === 'new'}
            label={t('referrals.pair.other')}
            onChange={() => onChange('new')}
          />
          {error === null ? null : <p className={classes.error}>{error}</p>}
          {joined === null ? null : (
            <p className={classes.verdict}>{verdict === null ? t('referrals.repeat.needsDate') : repeatWords(verdict, t, format)}</p>
          )}
        </fieldset>
      )}
    </div>
  )
}
