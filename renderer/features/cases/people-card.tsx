import type { CaseDetail } from '#domain/case.ts'
import type { Person } from '#domain/person.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { Card } from './card.tsx'
import classes from './case.module.css'

/** The two people of the case and the children; what says who they are goes with the names when these are hidden. */
export function PeopleCard({ detail }: { readonly detail: CaseDetail }) {
  const t = useT()
  const format = useFormat()
  const { areShown } = useNames()

  function details({ dateOfBirth, phone, address }: Person): string {
    if (!areShown) return t('case.detailHidden')
    const born = dateOfBirth === null ? t('case.bornUnknown') : t('case.born', { date: format.date(dateOfBirth) })
    return [born, phone, address].filter((text) => text !== '').join(' · ')
  }

  const { children, childrenCount } = detail
  return (
    <Card title={t('case.people')}>
      <dl className={classes.people}>
        {(['victim', 'perpetrator'] as const).map((party) => (
          <div key={party}>
            <dt>{t(`person.${party}`)}</dt>
            <dd>
              <strong>
                <PersonName name={detail[party].name} />
              </strong>
              <div className={classes.dim}>{details(detail[party])}</div>
            </dd>
          </div>
        ))}
        {detail.relationship === '' ? null : (
          <div>
            <dt>{t('case.relationship')}</dt>
            <dd>{detail.relationship}</dd>
          </div>
        )}
        <div>
          <dt>{t('case.children')}</dt>
          <dd>
            {childrenCount === null ? t('cases.childrenUnknown') : t('cases.children', { count: childrenCount })}
            {children.map((child, index) => (
              <div key={index} className={classes.dim}>
                {child.name === '' ? t('case.childUnnamed') : <PersonName name={child.name} />}
                {areShown
                  ? [child.dateOfBirth === null ? '' : t('case.born', { date: format.date(child.dateOfBirth) }), child.school]
                      .filter((text) => text !== '')
                      .map((text) => ` · ${text}`)
                  : null}
              </div>
            ))}
          </dd>
        </div>
      </dl>
    </Card>
  )
}
