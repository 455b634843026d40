import type { PassphraseVerdict } from '#domain/passphrase.ts'
import { useT } from '../i18n/use-t.ts'
import classes from './secrets.module.css'

const fullBars = { fair: 2, good: 3, strong: 4 } as const

/** How good a passphrase is, in words and in bars; where it does not do, why not and what would. */
export function StrengthMeter({ isEmpty, verdict }: { readonly isEmpty: boolean; readonly verdict: PassphraseVerdict }) {
  const t = useT()
  const bars = isEmpty ? 0 : verdict.ok ? fullBars[verdict.strength] : 1
  const words = isEmpty ? '' : verdict.ok ? t(`vault.strength.${verdict.strength}`) : t(`refusal.weakPassphrase.${verdict.advice}`)
  return (
    <div className={classes.meter}>
      <span aria-hidden className={classes.bars}>
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} className={classes.bar} data-full={bar <= bars || undefined} />
        ))}
      </span>
      <span role="status">{words}</span>
    </div>
  )
}
