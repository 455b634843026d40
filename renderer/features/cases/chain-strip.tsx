import { type ChainStep, chainOf } from '#domain/record/chain-state.ts'
import { UnstyledButton } from '@mantine/core'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { standingShapes } from '../../ui/standing-shapes.ts'
import { today } from '../../ui/today.ts'
import classes from './case.module.css'
import { useEntryEditor } from './record/entry-editor.ts'
import { useAgencyName } from './record/use-agency-name.ts'
import type { CaseTabProps } from './tabs/case-tab.ts'

/** Of what is done, only the latest links stand in the strip; the tab has them all. */
const shownDone = 4

/** The chain of response in one line: what is broken or waited for stands out, what was dropped is left out. */
export function ChainStrip({ record }: CaseTabProps) {
  const t = useT()
  const editor = useEntryEditor()
  const words = useStepWords()
  const all = chainOf(record.entries, today()).filter(({ standing }) => standing !== 'dropped')
  const latest = new Set(all.filter(({ standing }) => standing === 'done').slice(-shownDone))
  const steps = all.filter((step) => step.standing !== 'done' || latest.has(step))
  return (
    <section aria-label={t('strip.chain')} className={classes.strip}>
      <h2 className={classes.stripTitle}>{t('strip.chain')}</h2>
      {steps.length === 0 ? <p className={classes.dim}>{t('strip.chain.none')}</p> : null}
      <ol className={classes.steps}>
        {steps.length < all.length ? <li className={classes.dim}>{t('strip.earlier', { count: all.length - steps.length })}</li> : null}
        {steps.map((step) => (
          <li key={step.link.id}>
            <UnstyledButton className={classes.step} data-standing={step.standing} onClick={() => editor.open(step.link)}>
              <span aria-hidden>{standingShapes[step.standing]} </span>
              {words(step)}
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** "Order served 3 Nov", "Charge: waiting, Prosecution, 12 days". */
function useStepWords(): (step: ChainStep) => string {
  const t = useT()
  const format = useFormat()
  const nameOf = useAgencyName()
  return ({ link, standing, heldDays, lateDays }) => {
    const { content } = link
    const name = t(`linkKind.${content.link}`)
    const day = content.on === null ? [] : [format.day(content.on)]
    if (standing === 'done' || standing === 'planned') return [name, ...day].join(' ')
    const facts = [
      t(`linkStanding.${standing}`),
      ...(standing === 'blocked' ? day : []),
      ...(content.heldBy === null ? [] : [nameOf(content.heldBy)]),
      ...(heldDays === null ? [] : [t('strip.days', { days: heldDays })]),
      ...(lateDays === null ? [] : [t('chain.late', { days: lateDays })]),
    ]
    return t('strip.step', { name, facts: facts.join(', ') })
  }
}
