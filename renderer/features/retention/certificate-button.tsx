import { Button } from '@mantine/core'
import { useState } from 'react'
import { type ApiOutput, useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { OncePassword } from '../../ui/once-password.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'

/** Saves the certificate of a destruction where the person says, and shows its password once. */
export function CertificateButton({ destruction }: { readonly destruction: number }) {
  const t = useT()
  const [saved, setSaved] = useState<ApiOutput<'retention.certificate'> | null>(null)
  const save = useApiCommand('retention.certificate', { onDone: setSaved })
  if (saved !== null) {
    return (
      <OncePassword
        text={t('retention.certificate.saved', { fileName: saved.fileName })}
        password={saved.password}
        closeLabel={t('retention.certificate.close')}
        onClose={() => setSaved(null)}
      />
    )
  }
  return (
    <div>
      <Button size="xs" variant="default" loading={save.isPending} onClick={() => save.mutate({ destruction })}>
        {t('retention.certificate')}
      </Button>
      <RefusalNotice error={save.error} />
    </div>
  )
}
