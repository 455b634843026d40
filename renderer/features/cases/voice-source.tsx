import type { EntryOf } from '#domain/record/entry.ts'
import { useFormat } from '../../i18n/use-format.ts'
import classes from './case.module.css'
import { ProvenanceMarks } from './record/provenance-marks.tsx'

type Props = {
  readonly entry: EntryOf<'voice'> | null
  /** The entry whose day and source stand on the card already. */
  readonly unless: EntryOf<'voice'> | null
}

/** On which day a part of her voice was said, and by whom. */
export function VoiceSource({ entry, unless }: Props) {
  const format = useFormat()
  if (entry === null || entry.id === unless?.id) return null
  return (
    <>
      <span className={classes.dim}>{format.date(entry.content.on)}</span> <ProvenanceMarks provenance={entry.provenance} />
    </>
  )
}
