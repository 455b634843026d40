import { useNavigate } from '@tanstack/react-router'
import { useApiQuery } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useT } from '../i18n/use-t.ts'

export type PaletteGroup =
  | 'palette.everything'
  | 'palette.pages'
  | 'palette.commands'
  | 'palette.agencies'
  | 'palette.meetings'
  | 'palette.cases'
export type PaletteEntry = { readonly group: PaletteGroup; readonly label: string; readonly detail?: string; readonly run: () => void }

type Found = {
  readonly things: readonly PaletteEntry[]
  /** Whether all that was asked for has been answered. */ readonly isSettled: boolean
}

/** The agencies, meetings and cases that the palette offers; cases only once something has been typed. Asks nothing while it is closed. */
export function useFoundThings(query: string, isOpen: boolean): Found {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const agencies = useApiQuery('agencies.list', {}, { enabled: isOpen }).data ?? []
  const meetings = useApiQuery('meetings.list', undefined, { enabled: isOpen }).data ?? []
  const cases = useApiQuery('cases.list', { search: query, limit: 8 }, { enabled: isOpen && query.length > 1, keepsPrevious: true })
  const things: readonly PaletteEntry[] = [
    ...(cases.data?.rows ?? []).map((row): PaletteEntry => ({
      group: 'palette.cases',
      label: row.reference,
      detail: t(`caseState.${row.state}`),
      run: () => void navigate({ to: '/cases/$caseId', params: { caseId: row.id } }),
    })),
    ...meetings.map((row): PaletteEntry => ({
      group: 'palette.meetings',
      label: t('palette.meeting', { date: format.date(row.heldOn) }),
      detail: t(`meetingState.${row.state}`),
      run: () => void navigate({ to: '/meetings/$meetingId', params: { meetingId: row.id } }),
    })),
    ...agencies.map((agency): PaletteEntry => ({
      group: 'palette.agencies',
      label: agency.name,
      detail: t(`sector.${agency.sector}`),
      run: () => void navigate({ to: '/agencies', search: { agencyId: agency.id } }),
    })),
  ]
  return { things, isSettled: !cases.isFetching }
}
