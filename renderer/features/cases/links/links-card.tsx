import type { CaseLink } from '#domain/case-link.ts'
import type { CaseDetail } from '#domain/case.ts'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useApiCommand, useApiQuery } from '../../../api.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { UndoNotice } from '../../../ui/undo-notice.tsx'
import { Card, CardButton } from '../card.tsx'
import classes from '../case.module.css'
import type { Done } from '../case-head.tsx'
import { useSaid } from '../use-said.ts'
import { LinkForm, type LinkStart } from './link-form.tsx'

type Props = { readonly detail: CaseDetail; readonly mayEdit: boolean }

/** The cases that belong together with this one: reference, kind and reason, and a way to open each as a case of its own. */
export function LinksCard({ detail, mayEdit }: Props) {
  const t = useT()
  const format = useFormat()
  const said = useSaid(detail)
  const found = useApiQuery('links.of', { caseId: detail.id })
  const [asked, setAsked] = useState<LinkStart | 'typed' | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const add = useApiCommand('links.add', { onDone: () => setDone(null) })
  const remove = useApiCommand('links.remove')
  if (found.data === undefined) return <RefusalNotice error={found.error} onRetry={() => void found.refetch()} />
  const { links, suggestions } = found.data

  function onRemove({ id, otherReference, kind, reason }: CaseLink): void {
    remove.mutate(
      { caseId: detail.id, linkId: id },
      {
        onSuccess: () =>
          setDone({
            text: t('links.removed', { reference: otherReference }),
            undo: () => add.mutate({ caseId: detail.id, otherReference, kind, reason }),
          }),
      },
    )
  }

  return (
    <Card
      title={t('links.title')}
      action={mayEdit && asked === null ? <CardButton onClick={() => setAsked('typed')}>{t('links.add')}</CardButton> : null}
    >
      <p className={classes.dim}>{t(links.length === 0 ? 'links.none' : 'links.intro')}</p>
      <ul className={classes.list}>
        {links.map((link) => (
          <li key={link.id} className={classes.entry}>
            <div className={classes.entryHead}>
              <Link
                to="/cases/$caseId"
                params={{ caseId: link.otherId }}
                className={classes.opens}
                aria-label={t('links.open', { reference: link.otherReference })}
              >
                {link.otherReference}
              </Link>
              <strong>{t(`links.kind.${link.kind}`)}</strong>
              <span className={classes.dim}>{t('links.made', { date: format.instant(link.linkedAt), by: link.linkedBy })}</span>
              {mayEdit ? (
                <Button
                  size="compact-xs"
                  variant="default"
                  className={classes.entryAction}
                  aria-label={t('links.remove', { reference: link.otherReference })}
                  loading={remove.isPending}
                  onClick={() => onRemove(link)}
                >
                  {t('links.remove.short')}
                </Button>
              ) : null}
            </div>
            {said(link.reason)}
          </li>
        ))}
        {suggestions.map((suggestion) => (
          <li key={suggestion.otherId} className={classes.entryHead}>
            <span>{t('links.suggest', { reference: suggestion.otherReference })}</span>
            <span className={classes.dim}>{t(`links.kind.${suggestion.kind}`)}</span>
            {mayEdit ? (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('links.suggest.add', { reference: suggestion.otherReference })}
                onClick={() => setAsked({ otherReference: suggestion.otherReference, kind: suggestion.kind })}
              >
                {t('links.add')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {asked === null ? null : (
        <LinkForm
          key={asked === 'typed' ? '' : asked.otherReference}
          caseId={detail.id}
          start={asked === 'typed' ? null : asked}
          onClose={() => setAsked(null)}
          onLinked={(reference) => {
            setAsked(null)
            setDone({ text: t('links.added', { reference }) })
          }}
        />
      )}
      <RefusalNotice error={remove.error ?? add.error} />
      <UndoNotice text={done?.text ?? null} {...(done?.undo === undefined ? {} : { onUndo: done.undo })} onDismiss={() => setDone(null)} />
    </Card>
  )
}
