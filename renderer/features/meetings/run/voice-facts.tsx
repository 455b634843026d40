import type { ListingDetail } from '#domain/meeting.ts'
import { voiceGap } from '#domain/record/voice-gap.ts'
import { planWords } from '../../../i18n/plan-words.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import classes from './run.module.css'
import { useSaid } from './said.ts'

/** Her voice as the table hears it: what she wants and fears, whether she was asked, and whether she knows of the meeting. */
export function VoiceFacts({ voice, findings }: Pick<ListingDetail, 'voice' | 'findings'>) {
  const t = useT()
  const format = useFormat()
  const said = useSaid()
  const gap = voiceGap(voice)
  const old = findings.find(({ kind }) => kind === 'notAskedAnew' || kind === 'notToldAnew')
  const missing = gap !== null ? t(`voice.gap.${gap}`) : old === undefined ? null : planWords(old, t, format)
  const told = voice === null ? '' : format.list([voice.toldBy, voice.toldHow].filter((text) => text !== '').map(said))
  return (
    <div>
      <dt>{t('run.voice')}</dt>
      <dd>
        {missing === null ? null : (
          <strong className={classes.high}>
            <span aria-hidden>▲ </span>
            {missing}
          </strong>
        )}
        {voice === null ? null : (
          <>
            {(['wants', 'fears'] as const).map((part) =>
              voice[part] === '' ? null : (
                <span key={part}>
                  <span className={classes.quiet}>{t(`voice.short.${part}`)}</span> {said(voice[part])}
                </span>
              ),
            )}
            {voice.isInConfidence ? <span className={classes.quiet}>{t('run.voice.inConfidence')}</span> : null}
            {voice.wasAsked === 'notSafe' ? <span>{t('run.voice.notSafeToAsk')}</span> : null}
            <span>
              {t(told === '' ? 'run.voice.knows' : 'run.voice.knows.told', { answer: t(`voice.asked.${voice.knowsOfMeeting}`), told })}
            </span>
            <span className={classes.quiet}>{format.date(voice.on)}</span>
          </>
        )}
      </dd>
    </div>
  )
}
