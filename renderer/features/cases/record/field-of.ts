import type { FieldsProps } from './fields-props.ts'
import type { EntryKind } from '#domain/record/entry.ts'
import type { ContentForm } from './entry-form.ts'

type Of<Kind extends EntryKind> = Pick<FieldsProps<Kind>, 'value' | 'set' | 'errorOf' | 'idOf'>

/** For the fields of one kind of entry: what the field of a name is given, its id, value and problem, and the way to change it. */
export function fieldOf<Kind extends EntryKind>({ value, set, errorOf, idOf }: Of<Kind>) {
  return <Name extends keyof ContentForm<Kind> & string>(name: Name) => ({
    id: idOf(name),
    value: value[name],
    error: errorOf(name),
    onChange: (next: ContentForm<Kind>[Name]) => {
      const part: Partial<ContentForm<Kind>> = {}
      part[name] = next
      set(part)
    },
  })
}
