import { initials } from '#domain/person.ts'
import type { DuplicatePair } from '#domain/people/alike-people.ts'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { evidenceWords } from '../../i18n/evidence-words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useNames } from '../../ui/names.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { UndoNotice } from '../../ui/undo-notice.tsx'
import { ComparePanel } from './compare-panel.tsx'
import { MergeList } from './merge-list.tsx'
import { PairPages } from './pair-pages.tsx'
import classes from './people.module.css'

const shownAtOnce = 100

type Done = { readonly text: string; readonly undo: () => void }

/** Records that may be of one person, each pair with its reasons: merged, told apart, and both taken back. */
export function PeopleAlikePage() {
  const t = useT()
  const format = useFormat()
  const { areShown } = useNames()
  const role = useApiQuery('keys.me').data?.role
  const [offset, setOffset] = useState(0)
  const pairs = useApiQuery('people.findDuplicates', { offset, limit: shownAtOnce }, { keepsPrevious: true })
  const [opened, setOpened] = useState<DuplicatePair | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const unmerge = useApiCommand('people.unmerge')
  const recall = useApiCommand('people.recallDuplicate')
  const mayEdit = role !== undefined && role !== 'readOnly'
  const shown = (name: string) => (areShown ? name : initials(name))
  const close = () => setOpened(null)
  return (
    <>
      <PageHeader title={t('people.alike.title')} />
      <div className={classes.page}>
        <p className={classes.dim}>{t('people.alike.intro')}</p>
        <RefusalNotice error={pairs.error ?? unmerge.error ?? recall.error} />
        {pairs.data?.total === 0 ? <EmptyState title={t('people.alike.none')} text={t('people.alike.none.text')} /> : null}
        <ul className={classes.list}>
          {(pairs.data?.rows ?? []).map((pair) => (
            <li key={`${String(pair.one.id)}-${String(pair.other.id)}`} className={classes.pair}>
              <span className={classes.names}>
                <PersonName name={pair.one.name} /> / <PersonName name={pair.other.name} />{' '}
                <span className={classes.dim}>
                  {format.list([...pair.one.appearances, ...pair.other.appearances].map(({ reference }) => reference))}
                </span>
              </span>
              <StatusBadge
                kind={pair.isProbable ? 'soon' : 'plain'}
                word={t(pair.isProbable ? 'people.alike.probable' : 'people.alike.possible')}
              />
              <span className={classes.because}>{evidenceWords(pair.evidence, t, format)}</span>
              <Button size="compact-xs" variant="default" onClick={() => setOpened(pair)}>
                {t('people.alike.compare')}
              </Button>
            </li>
          ))}
        </ul>
        <PairPages offset={offset} atOnce={shownAtOnce} total={pairs.data?.total ?? 0} onOffset={setOffset} />
        <MergeList mayEdit={mayEdit} onUnmerged={() => setDone(null)} />
      </div>
      {opened === null ? null : (
        <ComparePanel
          key={`${String(opened.one.id)}-${String(opened.other.id)}`}
          pair={opened}
          mayEdit={mayEdit}
          onClose={close}
          onMerged={(mergeId) => {
            setDone({
              text: t('people.alike.merged', { kept: shown(opened.one.name), gone: shown(opened.other.name) }),
              undo: () => unmerge.mutate({ mergeId }),
            })
            close()
          }}
          onApart={() => {
            const { one, other } = opened
            setDone({
              text: t('people.alike.toldApart', { one: shown(one.name), other: shown(other.name) }),
              undo: () => recall.mutate({ oneId: one.id, otherId: other.id }),
            })
            close()
          }}
        />
      )}
      <UndoNotice
        text={done?.text ?? null}
        {...(done === null
          ? {}
          : {
              onUndo: () => {
                done.undo()
                setDone(null)
              },
            })}
        onDismiss={() => setDone(null)}
      />
    </>
  )
}
