import { AuditFilter } from '#domain/audit/entry.ts'
import { OperationGroup, operationGroups } from '#domain/audit/operation-group.ts'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type ReactNode, type Ref } from 'react'
import { useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { DateField } from '../../ui/date-field.tsx'
import { everything, isNarrowed } from './audit-filter.ts'
import classes from './audit.module.css'

type Props = {
  readonly filter: AuditFilter
  readonly onChange: (filter: AuditFilter) => void
  readonly caseRef: Ref<HTMLInputElement>
  /** Stands at the end of the bar. */
  readonly children: ReactNode
}

const outcomes = AuditFilter.shape.outcome.unwrap().options

/** What of the log is shown: what was done, by whom, to which case, with which outcome, when. */
export function AuditFilterBar({ filter, onChange, caseRef, children }: Props) {
  const t = useT()
  const actors = useApiQuery('audit.actors', undefined, { keepsPrevious: true }).data ?? []
  return (
    <div className={classes.tools}>
      <NativeSelect
        className={classes.group}
        label={t('audit.filter.group')}
        value={filter.group ?? ''}
        data={[
          { value: '', label: t('audit.filter.group.all') },
          ...operationGroups.map((group) => ({ value: group, label: t(`audit.group.${group}`) })),
        ]}
        onChange={(event) => onChange({ ...filter, group: OperationGroup.safeParse(event.currentTarget.value).data ?? null })}
      />
      <NativeSelect
        className={classes.actor}
        label={t('audit.filter.actor')}
        value={filter.actor}
        data={[
          { value: '', label: t('audit.filter.actor.all') },
          ...actors.filter((name) => name !== '').map((name) => ({ value: name, label: name })),
        ]}
        onChange={(event) => onChange({ ...filter, actor: event.currentTarget.value })}
      />
      <TextInput
        ref={caseRef}
        className={classes.case}
        label={t('audit.filter.case')}
        placeholder={t('audit.filter.casePlaceholder')}
        value={filter.caseReference}
        onChange={(event) => onChange({ ...filter, caseReference: event.currentTarget.value.slice(0, 40) })}
      />
      <NativeSelect
        className={classes.outcome}
        label={t('audit.filter.outcome')}
        value={filter.outcome}
        data={outcomes.map((value) => ({ value, label: t(`audit.filter.outcome.${value}`) }))}
        onChange={(event) => onChange({ ...filter, outcome: AuditFilter.shape.outcome.parse(event.currentTarget.value) })}
      />
      <div className={classes.day}>
        <DateField label={t('audit.filter.from')} value={filter.from} onChange={(from) => onChange({ ...filter, from })} />
      </div>
      <div className={classes.day}>
        <DateField label={t('audit.filter.to')} value={filter.to} onChange={(to) => onChange({ ...filter, to })} />
      </div>
      {isNarrowed(filter) ? (
        <Button size="xs" variant="subtle" onClick={() => onChange(everything)}>
          {t('audit.clear')}
        </Button>
      ) : null}
      {children}
    </div>
  )
}
