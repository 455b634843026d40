import { useT } from '../../i18n/use-t.ts'
import { TypeBack } from '../../ui/type-back.tsx'
import { useSecretCall } from '../../ui/use-secret-call.ts'
import classes from './vault.module.css'

type Props = { readonly askedGroups: readonly number[]; readonly onBack: () => void; readonly onCreated: () => void }

/** Second step, second half: the recovery key typed back, which makes the records. */
export function ConfirmStep({ askedGroups, onBack, onCreated }: Props) {
  const t = useT()
  const create = useSecretCall('vault.create')
  return (
    <div className={classes.form}>
      <TypeBack
        askedGroups={askedGroups}
        error={create.error}
        isPending={create.isPending}
        submitLabel={t('vault.confirm.create')}
        pendingText={t('vault.confirm.creating')}
        onBack={onBack}
        onTyped={(typedGroups) => {
          void create.run({ typedGroups }).then((created) => {
            if (created !== undefined) onCreated()
          })
        }}
      />
    </div>
  )
}
