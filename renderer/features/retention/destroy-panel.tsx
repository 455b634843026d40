import { type DestructionReason, destructionReasons } from '#domain/retention/destruction.ts'
import type { RecordKind } from '#domain/retention/record-kind.ts'
import { Button, Checkbox, Loader, Radio } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { DestructionDone } from './destruction-done.tsx'
import classes from './retention.module.css'
import { useDestroy } from './use-destroy.ts'

type Props = {
  readonly kind: RecordKind
  readonly items: readonly { readonly id: string; readonly words: string }[]
  /** What is not due by the schedule needs another reason. */
  readonly areDue: boolean
  readonly onClose: () => void
}

const SHOWN = 12

/** The last question before something is destroyed, the steps of it, and the certificate after it. */
export function DestroyPanel({ kind, items, areDue, onClose }: Props) {
  const t = useT()
  const format = useFormat()
  const [reason, setReason] = useState<DestructionReason | null>(areDue ? 'schedule' : null)
  const [isSure, setSure] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const { step, error, destroy } = useDestroy()
  const reasons = destructionReasons.filter((each) => areDue || each !== 'schedule')
  const named = items.slice(0, SHOWN).map(({ words }) => words)
  const references = items.length > SHOWN ? [...named, t('retention.destroy.more', { count: items.length - SHOWN })] : named

  return (
    <SidePanel isForm title={t('retention.destroy.title')} onClose={onClose}>
      {step.kind === 'idle' ? (
        <form
          className={classes.panel}
          onSubmit={(event) => {
            event.preventDefault()
            setAsked(true)
            if (isSure && reason !== null) void destroy({ kind, ids: items.map(({ id }) => id), reason })
          }}
        >
          <p>{t('retention.destroy.what', { kind: t(`retention.kind.${kind}`), references: format.list(references) })}</p>
          <p className={classes.dim}>{t(`retention.kind.${kind}.what`)}</p>
          <Radio.Group
            label={t('retention.destroy.reason')}
            value={reason ?? ''}
            error={isAsked && reason === null ? t('fieldProblem.required') : null}
            onChange={(value) => setReason(destructionReasons.find((each) => each === value) ?? null)}
          >
            <div className={classes.panel}>
              {reasons.map((each) => (
                <Radio key={each} value={each} label={t(`retention.reason.${each}`)} />
              ))}
            </div>
          </Radio.Group>
          <Checkbox
            label={t('retention.destroy.sure')}
            checked={isSure}
            error={isAsked && !isSure ? t('retention.destroy.sureNeeded') : null}
            onChange={(event) => setSure(event.currentTarget.checked)}
          />
          <p className={classes.unconfirmed}>{t('retention.destroy.noWayBack')}</p>
          <RefusalNotice error={error} />
          <div className={classes.buttons}>
            <Button type="submit">{t('retention.destroy.go')}</Button>
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
          </div>
        </form>
      ) : step.kind === 'done' ? (
        <DestructionDone destruction={step.destruction} />
      ) : (
        <p role="status" className={classes.step}>
          <Loader size="xs" aria-hidden />
          {t(step.kind === 'deleting' ? 'retention.step.delete' : 'retention.step.sweep')}
        </p>
      )}
    </SidePanel>
  )
}
