import type { Provenance } from '#domain/record/provenance.ts'
import { useT } from '../../../i18n/use-t.ts'
import classes from './record.module.css'
import { useAgencyName } from './use-agency-name.ts'

/** Who said a thing, that it is an opinion, that it is privileged: each as a word, where there is something to say. */
export function ProvenanceMarks({ provenance }: { readonly provenance: Provenance }) {
  const t = useT()
  const nameOf = useAgencyName()
  const { saidBy, basis, isPrivileged } = provenance
  return (
    <>
      {saidBy === null ? null : <span className={classes.dim}>{nameOf(saidBy)}</span>}
      {basis === 'opinion' ? <span className={classes.mark}>{t('record.basis.opinion')}</span> : null}
      {isPrivileged ? (
        <span className={classes.mark} data-tone="privileged">
          {t('record.isPrivileged')}
        </span>
      ) : null}
    </>
  )
}
