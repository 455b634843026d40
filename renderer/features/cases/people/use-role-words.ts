import type { Appearance, Tie } from '#domain/people/tie.ts'
import { useT } from '../../../i18n/use-t.ts'

/** Who somebody is in a case: "Parent of the perpetrator". */
export function useRoleWords(): (tie: Pick<Tie, 'role' | 'side'>) => string {
  const t = useT()
  return ({ role, side }) =>
    side === 'unknown' ? t(`people.role.${role}`) : t('people.roleOf', { role: t(`people.role.${role}`), whom: t(`people.side.${side}`) })
}

/** In which case, and as what: "HR-2026-0007 as Child". */
export function useAppearanceWords(): (appearance: Appearance) => string {
  const t = useT()
  return ({ reference, role }) => t('people.inCase', { reference, role: t(`people.role.${role}`) })
}
