import { heldVoice } from '#domain/record/held-voice.ts'
import { voiceGap } from '#domain/record/voice-gap.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { today } from '../../ui/today.ts'
import { Card, CardButton } from './card.tsx'
import classes from './case.module.css'
import { useEntryEditor } from './record/entry-editor.ts'
import { SafeContactLines } from './safe-contact-lines.tsx'
import { SafeTalkLine } from './safe-talk-line.tsx'
import type { CaseTabProps } from './tabs/case-tab.ts'
import { useSaid } from './use-said.ts'
import { VoiceSource } from './voice-source.tsx'

/** What she wants and fears, whether she was asked and told, and how she may be reached. */
export function VoiceCard({ detail, record, onEditContact }: CaseTabProps & { readonly onEditContact: () => void }) {
  const t = useT()
  const format = useFormat()
  const said = useSaid(detail)
  const { areShown } = useNames()
  const editor = useEntryEditor()
  const held = heldVoice(record.entries)
  const voice = held?.content ?? null
  const gap = voiceGap(voice)

  // What she said earlier stays in the record: a new day is a new entry that starts from the words of the last, and from whose they are. What she was
  // asked and told is not taken over: it would stand there as of today.
  function edit(): void {
    if (held === null) editor.add('voice')
    else if (held.newest.content.on === today()) editor.open(held.newest)
    else {
      const { wants, fears, codeWord } = held.newest.content
      editor.add('voice', { wants, fears, codeWord, on: today() }, { ...held.newest.provenance, saidOn: null })
    }
  }

  useScreenKeys(editor.mayEdit ? [{ keys: 'v', label: t('voice.key.edit'), run: edit }] : [])

  const spoken = held === null ? null : (held.from.told ?? held.newest)
  const told = voice === null ? '' : format.list([voice.toldBy, voice.toldHow].filter((text) => text !== '').map(said))
  return (
    <Card
      isBounded
      title={t('voice.title')}
      action={
        editor.mayEdit ? (
          <>
            <CardButton onClick={edit}>{t('voice.edit')}</CardButton>
            <CardButton onClick={onEditContact}>{t('voice.editContact')}</CardButton>
          </>
        ) : null
      }
    >
      <SafeContactLines contact={detail.safeContact} codeWord={voice === null ? '' : areShown ? voice.codeWord : ''} />
      <SafeTalkLine caseId={detail.id} />
      {gap === null ? null : (
        <p className={classes.high}>
          <span aria-hidden>▲ </span>
          {t(`voice.gap.${gap}`)}
        </p>
      )}
      {held === null || voice === null ? null : (
        <dl className={classes.said}>
          {(['wants', 'fears', 'feedback'] as const).map((part) =>
            voice[part] === '' ? null : (
              <div key={part} className={part === 'feedback' ? classes.extra : undefined}>
                <dt>{t(`voice.short.${part}`)}</dt>
                <dd className={part === 'feedback' ? classes.oneLine : classes.twoLines} title={said(voice[part])}>
                  <VoiceSource entry={held.from[part]} unless={spoken} /> {said(voice[part])}
                </dd>
              </div>
            ),
          )}
          <div>
            <dt>{t('voice.short.knows')}</dt>
            <dd className={classes.twoLines}>
              <VoiceSource entry={spoken} unless={null} />
              {' · '}
              {[
                t(told === '' ? 'voice.knows' : 'voice.knows.told', { answer: t(`voice.asked.${voice.knowsOfMeeting}`), told }),
                ...(voice.agreed === 'unknown' ? [] : [t('voice.agreed.short', { answer: t(`known.${voice.agreed}`) })]),
              ].join(' · ')}
            </dd>
          </div>
        </dl>
      )}
    </Card>
  )
}
