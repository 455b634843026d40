import type { NeedDomain, NeedState } from '#domain/record/need.ts'
import { needsOf } from '#domain/record/needs-state.ts'
import { type KeyboardEvent, useState } from 'react'
import { useApiCommand } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { useScreenKeys } from '../../../ui/screen-keys.ts'
import { useEntryEditor } from '../record/entry-editor.ts'
import type { CaseTabProps } from '../tabs/case-tab.ts'
import { moveInGrid } from './move-in-grid.ts'
import { type CaseNeed, NeedCell } from './need-cell.tsx'
import classes from './needs.module.css'

const stateByKey = new Map<string, NeedState>([
  ['o', 'open'],
  ['m', 'met'],
  ['n', 'none'],
  ['u', 'unknown'],
])

/** The eleven needs at a glance; the state of the one in focus is said by one key, Enter opens it. */
export function NeedGrid({ detail, record }: CaseTabProps) {
  const t = useT()
  const editor = useEntryEditor()
  const save = useApiCommand('record.save')
  const [changed, setChanged] = useState('')
  const needs = needsOf(record.entries, detail.actions)
  useScreenKeys(editor.mayEdit ? [...stateByKey].map(([keys, state]) => ({ keys, label: t(`needs.key.${state}`) })) : [])

  function open({ domain, entry }: CaseNeed): void {
    if (entry !== null) editor.open(entry)
    else if (editor.mayEdit) editor.add('need', { domain })
  }

  function change({ domain, entry }: CaseNeed, state: NeedState): void {
    if (save.isPending || entry?.content.state === state) return
    const content = entry === null ? { kind: 'need' as const, domain, state } : { ...entry.content, state }
    save.mutate(
      { caseId: detail.id, id: entry?.id ?? null, version: entry?.version ?? 0, content, provenance: entry?.provenance ?? {} },
      { onSuccess: () => setChanged(changedWords(domain, state)) },
    )
  }

  function changedWords(domain: NeedDomain, state: NeedState): string {
    return t('needs.changed', { domain: t(`needDomain.${domain}`), state: t(`needState.${state}`) })
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, need: CaseNeed): void {
    if (moveInGrid(event)) return
    const state = stateByKey.get(event.key)
    if (!editor.mayEdit || state === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    change(need, state)
  }

  return (
    <>
      <ul className={classes.grid}>
        {needs.map((need) => (
          <NeedCell key={need.domain} need={need} onOpen={() => open(need)} onKeyDown={(event) => onKeyDown(event, need)} />
        ))}
      </ul>
      <p className={classes.hint}>
        {needs.some(({ state }) => state === 'open')
          ? t('needs.unanswered', { count: needs.filter(({ isUnanswered }) => isUnanswered).length })
          : t('needs.noneOpen')}{' '}
        {editor.mayEdit ? t('needs.hint') : ''}
        <span role="status" className={classes.status}>
          {changed}
        </span>
      </p>
      <RefusalNotice error={save.error} />
    </>
  )
}
