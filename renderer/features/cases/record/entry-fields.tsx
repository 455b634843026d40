import { assertNever } from '#domain/assert-never.ts'
import type { EntryKind } from '#domain/record/entry.ts'
import type { ContentForm } from './entry-form.ts'
import { AssessmentFields } from './fields/assessment-fields.tsx'
import { AwarenessFields } from './fields/awareness-fields.tsx'
import { ChainLinkFields } from './fields/chain-link-fields.tsx'
import { ContactPointFields } from './fields/contact-point-fields.tsx'
import { IncidentFields } from './fields/incident-fields.tsx'
import { MeasureFields } from './fields/measure-fields.tsx'
import { NeedFields } from './fields/need-fields.tsx'
import { NoteFields } from './fields/note-fields.tsx'
import { VoiceFields } from './fields/voice-fields.tsx'
import { VoteFields } from './fields/vote-fields.tsx'
import type { FieldsProps } from './fields-props.ts'

type Props = Omit<FieldsProps<EntryKind>, 'value' | 'set'> & {
  readonly value: ContentForm
  readonly set: (part: Partial<ContentForm>) => void
}

/** The fields of an entry by its kind. */
export function EntryFields({ value, ...rest }: Props) {
  switch (value.kind) {
    case 'voice':
      return <VoiceFields {...rest} value={value} />
    case 'contactPoint':
      return <ContactPointFields {...rest} value={value} />
    case 'chainLink':
      return <ChainLinkFields {...rest} value={value} />
    case 'need':
      return <NeedFields {...rest} value={value} />
    case 'measure':
      return <MeasureFields {...rest} value={value} />
    case 'incident':
      return <IncidentFields {...rest} value={value} />
    case 'awareness':
      return <AwarenessFields {...rest} value={value} />
    case 'assessment':
      return <AssessmentFields {...rest} value={value} />
    case 'vote':
      return <VoteFields {...rest} value={value} />
    case 'note':
      return <NoteFields {...rest} value={value} />
    default:
      return assertNever(value)
  }
}
