import type { IsoDate } from '#domain/dates.ts'
import type { AgencyId, EntryId } from '#domain/ids.ts'
import { type LinkKind, linkKinds, type LinkState } from '#domain/record/chain-link.ts'
import { chainOf } from '#domain/record/chain-state.ts'
import { nextLink } from '#domain/record/next-link.ts'
import { Button, NativeSelect } from '@mantine/core'
import { type SubmitEvent, useRef, useState } from 'react'
import { useApiCommand } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { useScreenKeys } from '../../../ui/screen-keys.ts'
import { today } from '../../../ui/today.ts'
import { AgencyField } from '../record/agency-field.tsx'
import { ChoiceField } from '../record/choice-field.tsx'
import type { CaseTabProps } from '../tabs/case-tab.ts'
import classes from './chain.module.css'
import { useLinkWords } from './use-link-words.ts'

type Typed = {
  readonly kind: LinkKind | null
  readonly on: IsoDate | null
  readonly heldBy: AgencyId | null
  /** Undefined: the last link of the chain. */
  readonly dependsOn: EntryId | null | undefined
}

const untyped: Typed = { kind: null, on: null, heldBy: null, dependsOn: undefined }

function stateOn(on: IsoDate | null): LinkState {
  if (on === null) return 'waiting'
  return on <= today() ? 'done' : 'planned'
}

/** The next link in a line: its kind is guessed from the last, its state follows from its day; Enter adds it and the line is ready for the next. */
export function QuickLink({ detail, record }: CaseTabProps) {
  const t = useT()
  const words = useLinkWords()
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState(untyped)
  const set = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }))
  const chain = chainOf(record.entries, today())
  const last = chain.at(-1)?.link ?? null
  const kind = typed.kind ?? nextLink(last?.content.link ?? null)
  const dependsOn = typed.dependsOn === undefined ? (last?.id ?? null) : typed.dependsOn
  const focus = () => form.current?.querySelector('select')?.focus()
  const save = useApiCommand('record.save', {
    onDone: () => {
      setTyped(untyped)
      focus()
    },
  })
  useScreenKeys([{ keys: 'n', label: t('chain.key.add'), run: focus }])

  function onSubmit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    const { on, heldBy } = typed
    const state = stateOn(on)
    const heldSince = heldBy !== null && state !== 'done' ? today() : null
    save.mutate({
      caseId: detail.id,
      content: { kind: 'chainLink', link: kind, state, on, heldBy, heldSince, dependsOn },
      provenance: {},
    })
  }

  return (
    <form ref={form} className={classes.quick} aria-label={t('chain.add')} onSubmit={onSubmit}>
      <ChoiceField
        label={t('chain.link')}
        value={kind}
        values={linkKinds}
        wordOf={(each) => t(`linkKind.${each}`)}
        onChange={(next) => set({ kind: next })}
      />
      <DateField label={t('chain.on')} value={typed.on} onChange={(on) => set({ on })} />
      <AgencyField label={t('chain.heldBy')} none={t('record.noAgency')} value={typed.heldBy} onChange={(heldBy) => set({ heldBy })} />
      <NativeSelect
        label={t('chain.dependsOn')}
        value={dependsOn === null ? '' : String(dependsOn)}
        data={[
          { value: '', label: t('chain.dependsOn.none') },
          ...chain.map(({ link }) => ({ value: String(link.id), label: words(link.content) })),
        ]}
        onChange={(event) => set({ dependsOn: chain.find(({ link }) => String(link.id) === event.currentTarget.value)?.link.id ?? null })}
      />
      <Button type="submit" variant="default" loading={save.isPending}>
        {t('chain.add.button')}
      </Button>
      <p className={classes.hint}>{t('chain.add.hint')}</p>
      <RefusalNotice error={save.error} />
    </form>
  )
}
