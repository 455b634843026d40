import type { AgencyId } from '#domain/ids.ts'
import { NativeSelect } from '@mantine/core'
import { useApiQuery } from '../../../api.ts'

type Props = {
  readonly id?: string
  readonly label: string
  /** What stands for no agency. */
  readonly none: string
  readonly value: AgencyId | null
  readonly onChange: (agencyId: AgencyId | null) => void
  readonly error?: string | null
  readonly isRequired?: boolean
}

/** One of the agencies of the team, or none; one that has left the team is offered only where it stands already. */
export function AgencyField({ id, label, none, value, onChange, error = null, isRequired = false }: Props) {
  const agencies = useApiQuery('agencies.list', { includeArchived: true }).data ?? []
  const offered = agencies.filter((agency) => !agency.isArchived || agency.id === value)
  return (
    <NativeSelect
      {...(id === undefined ? {} : { id })}
      label={label}
      error={error}
      required={isRequired}
      withAsterisk={isRequired}
      value={value === null ? '' : String(value)}
      data={[{ value: '', label: none }, ...offered.map((agency) => ({ value: String(agency.id), label: agency.name }))]}
      onChange={(event) => onChange(offered.find((agency) => String(agency.id) === event.currentTarget.value)?.id ?? null)}
    />
  )
}
